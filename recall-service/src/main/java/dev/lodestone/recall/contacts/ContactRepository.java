package dev.lodestone.recall.contacts;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        return tx.preparedQuery(LOCK)
                .execute(Columns.of(members).members(member -> member).tuple())
                .map(ContactRepository::states);
    }

    /** Writes states of members that are locked. */
    Uni<Void> write(SqlConnection tx, Collection<ContactState> states) {
        Tuple columns = Columns.of(states)
                .members(ContactState::member)
                .texts(ContactState::displayName)
                .texts(ContactState::email)
                .booleans(state -> state.consent().agreed())
                .instants(state -> state.consent().withdrawnAt())
                .texts(ContactState::zone)
                .instants(ContactState::knownAt)
                .uuids(ContactState::eventKey)
                .tuple();
        return tx.preparedQuery(WRITE).execute(columns).replaceWithVoid();
    }

    Uni<Map<MemberId, Contact>> find(SqlConnection connection, Collection<MemberId> members) {
        return connection
                .preparedQuery(FIND)
                .execute(Columns.of(members).members(member -> member).tuple())
                .map(ContactRepository::contacts);
    }

    private static Map<MemberId, Contact> contacts(RowSet<Row> rows) {
        Map<MemberId, Contact> contacts = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            MemberId member = new MemberId(row.getUUID(0));
            contacts.put(member, new Contact(member, row.getString(1), row.getString(2), row.getBoolean(3)));
        }
        return contacts;
    }

    private static Map<MemberId, ContactState> states(RowSet<Row> rows) {
        Map<MemberId, ContactState> states = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            MemberId member = new MemberId(row.getUUID(0));
            states.put(
                    member,
                    new ContactState(
                            member,
                            row.getString(1),
                            row.getString(2),
                            row.getString(5),
                            row.getOffsetDateTime(6).toInstant(),
                            row.getUUID(7),
                            new Consent(row.getBoolean(3), instant(row.getOffsetDateTime(4)))));
        }
        return states;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
