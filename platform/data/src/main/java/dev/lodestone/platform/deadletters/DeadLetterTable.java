package dev.lodestone.platform.deadletters;

import dev.lodestone.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of dead letters as the inbox writes it, with one statement for any number of rows. */
@ApplicationScoped
class DeadLetterTable {
    private static final String WRITE = """
            insert into dead_letter as kept (id, fingerprint, topic, partition, record_offset, key, value, headers, event_type, reason,
                                             detail, owner, state, occurrences, first_at, last_at, state_at)
            select id, fingerprint, topic, partition, record_offset, key, value, headers, event_type, reason,
                   detail, owner, 'OPEN', occurrences, $13, $13, $13
            from unnest($1::uuid[], $2::bytea[], $3::text[], $4::int[], $5::bigint[], $6::bytea[], $7::bytea[], $8::bytea[], $9::text[],
                        $10::text[], $11::text[], $12::text[], $14::bigint[])
                 as new (id, fingerprint, topic, partition, record_offset, key, value, headers, event_type, reason, detail, owner,
                         occurrences)
            order by fingerprint
            on conflict (fingerprint) do update
            set reason = excluded.reason, detail = excluded.detail, owner = excluded.owner, state = 'OPEN',
                occurrences = kept.occurrences + excluded.occurrences, last_at = excluded.last_at, state_at = excluded.state_at
            returning id, xmax = 0 as added
            """;
    private static final String CLAIM = """
            update dead_letter set state = 'REDRIVING', state_at = $1
            where id in (select id from dead_letter
                         where state = 'REQUESTED' or state = 'REDRIVING' and state_at < $2
                         order by id limit $3 for update skip locked)
            returning id, topic, partition, record_offset, key, value, headers
            """;
    private static final String RESOLVE = """
            update dead_letter set state = 'RESOLVED', state_at = $2 where id = any($1::uuid[]) and state = 'REDRIVING'
            """;

    record Write(UUID id, byte[] fingerprint, SetAside setAside, String detail, long occurrences) {
        Write again(Write other) {
            return new Write(id, fingerprint, setAside, detail, occurrences + other.occurrences);
        }
    }

    /** Returns the ids of those that are new. */
    Uni<List<UUID>> write(SqlConnection tx, Collection<Write> writes, Instant now) {
        return Columns.of(writes)
                .uuids(Write::id)
                .bytes(Write::fingerprint)
                .texts(write -> write.setAside().record().topic())
                .integers(write -> write.setAside().record().partition())
                .longs(write -> write.setAside().record().offset())
                .bytes(write -> write.setAside().record().key())
                .bytes(write -> write.setAside().record().value())
                .bytes(write -> write.setAside().record().headers())
                .texts(write -> write.setAside().eventType())
                .texts(write -> write.setAside().reason())
                .texts(Write::detail)
                .texts(write -> write.setAside().owner().name())
                .value(now)
                .longs(Write::occurrences)
                .query(tx, WRITE)
                .map(rows -> {
                    List<UUID> added = new ArrayList<>();
                    rows.forEach(row -> {
                        if (row.getBoolean("added")) {
                            added.add(row.getUUID("id"));
                        }
                    });
                    return added;
                });
    }

    Uni<List<DeadLetters.Claimed>> claim(SqlConnection tx, int limit, Instant now, Instant brokenOffBefore) {
        return tx.preparedQuery(CLAIM)
                .execute(Tuple.of(Columns.utc(now), Columns.utc(brokenOffBefore), limit))
                .map(rows -> rows.stream().map(DeadLetterTable::claimed).toList());
    }

    Uni<Void> resolve(SqlConnection tx, List<UUID> ids, Instant now) {
        return Columns.of(ids).uuids(id -> id).value(now).execute(tx, RESOLVE);
    }

    private static DeadLetters.Claimed claimed(Row row) {
        byte[] headers = bytes(row, "headers");
        return new DeadLetters.Claimed(
                row.getUUID("id"),
                new RawRecord(
                        row.getString("topic"),
                        row.getInteger("partition"),
                        row.getLong("record_offset"),
                        bytes(row, "key"),
                        bytes(row, "value"),
                        headers == null ? new byte[0] : headers));
    }

    private static byte @Nullable [] bytes(Row row, String column) {
        Buffer buffer = row.get(Buffer.class, column);
        return buffer == null ? null : buffer.getBytes();
    }
}
