package dev.lodestone.recall.contacts;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table of current contacts. */
@ApplicationScoped
class ContactRepository {
    /** An empty row, older than any change, so that a new member can be locked. */
    private static final String LOCK = """
            insert into contact as held (member_id, email_consent, zone, known_at, event_key)
            select member_id, false, 'Asia/Shanghai', '0001-01-01T00:00:00Z', '00000000-0000-0000-0000-000000000000'
            from unnest($1::uuid[]) as member_id order by member_id
            on conflict (member_id) do update set member_id = held.member_id
            returning member_id, display_name, email, email_consent, withdrawn_at, zone, known_at, event_key
            """;

    private static final String WRITE = """
            update contact
            set display_name = new.display_name, email = new.email, email_consent = new.email_consent,
                withdrawn_at = new.withdrawn_at, zone = new.zone, known_at = new.known_at, event_key = new.event_key
            from unnest($1::uuid[], $2::text[], $3::text[], $4::boolean[], $5::timestamptz[], $6::text[], $7::timestamptz[], $8::uuid[])
                 as new (member_id, display_name, email, email_consent, withdrawn_at, zone, known_at, event_key)
            where contact.member_id = new.member_id
            """;
    private static final String FIND = """
            select member_id, display_name, email, email_consent from contact where member_id = any($1::uuid[])
            """;

    /** The members' states, unknown ones included, locked in the order of their ids until the transaction ends. */
    Uni<Map<MemberId, ContactState>> lock(SqlConnection tx, Set<MemberId> members) {
        return Columns.of(members).members(member -> member).query(tx, LOCK).map(ContactRepository::states);
    }

    /** Writes states of members that are locked. */
    Uni<Void> write(SqlConnection tx, Collection<ContactState> states) {
        return Columns.of(states)
                .members(ContactState::member)
                .texts(ContactState::displayName)
                .texts(ContactState::email)
                .booleans(state -> state.consent().agreed())
                .instants(state -> state.consent().withdrawnAt())
                .texts(ContactState::zone)
                .instants(ContactState::knownAt)
                .uuids(ContactState::eventKey)
                .execute(tx, WRITE);
    }

    Uni<Map<MemberId, Contact>> find(SqlConnection connection, Collection<MemberId> members) {
        return Columns.of(members)
                .members(member -> member)
                .query(connection, FIND)
                .map(ContactRepository::contacts);
    }

    private static Map<MemberId, Contact> contacts(List<Row> rows) {
        Map<MemberId, Contact> contacts = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            MemberId member = Rows.member(row, 0);
            contacts.put(member, new Contact(member, row.getString(1), row.getString(2), row.getBoolean(3)));
        }
        return contacts;
    }

    private static Map<MemberId, ContactState> states(List<Row> rows) {
        Map<MemberId, ContactState> states = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            MemberId member = Rows.member(row, 0);
            states.put(
                    member,
                    new ContactState(
                            member,
                            row.getString(1),
                            row.getString(2),
                            row.getString(5),
                            Rows.instant(row, 6),
                            row.getUUID(7),
                            new Consent(row.getBoolean(3), Rows.instantOrNull(row, 4))));
        }
        return states;
    }
}
