package dev.lodestone.recall.contacts;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.transactions.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The table of contacts. */
@ApplicationScoped
class ContactRepository {
    private static final String WRITE = """
            insert into contact as held (member_id, display_name, email, email_consent, zone, known_at, event_key)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::boolean[], $5::text[], $6::timestamptz[], $7::uuid[])
                 as new (member_id, display_name, email, email_consent, zone, known_at, event_key)
            order by member_id
            on conflict (member_id) do update
            set display_name = excluded.display_name, email = excluded.email, email_consent = excluded.email_consent,
                zone = excluded.zone, known_at = excluded.known_at, event_key = excluded.event_key
            where (held.known_at, held.event_key) < (excluded.known_at, excluded.event_key)
            """;
    private static final String FIND = """
            select member_id, display_name, email, email_consent, zone, known_at, event_key
            from contact where member_id = any($1::uuid[])
            """;

    /** Writes at most one contact a member; one that is older than what is held changes nothing. */
    Uni<Void> write(SqlConnection tx, Collection<Contact> rows) {
        Tuple columns = Columns.of(rows)
                .members(Contact::member)
                .texts(Contact::displayName)
                .texts(Contact::email)
                .booleans(Contact::emailConsent)
                .texts(Contact::zone)
                .instants(Contact::knownAt)
                .uuids(Contact::eventKey)
                .tuple();
        return tx.preparedQuery(WRITE).execute(columns).replaceWithVoid();
    }

    Uni<Map<MemberId, Contact>> find(SqlConnection tx, Collection<MemberId> members) {
        return tx.preparedQuery(FIND)
                .execute(Columns.of(members).members(member -> member).tuple())
                .map(ContactRepository::contacts);
    }

    private static Map<MemberId, Contact> contacts(RowSet<Row> rows) {
        Map<MemberId, Contact> contacts = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            MemberId member = new MemberId(row.getUUID(0));
            contacts.put(
                    member,
                    new Contact(
                            member,
                            row.getString(1),
                            row.getString(2),
                            row.getBoolean(3),
                            row.getString(4),
                            row.getOffsetDateTime(5).toInstant(),
                            row.getUUID(6)));
        }
        return contacts;
    }
}
