package dev.lodestone.platform.idempotency;

import dev.lodestone.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table of keys and their answers, with one statement for all rows of a kind. */
final class IdempotencyTable {
    private static final String CLAIM = """
            insert into idempotency_key (caller, key, request_hash)
            select caller, key, request_hash from unnest($1::text[], $2::text[], $3::bytea[]) as asked (caller, key, request_hash)
            order by caller, key
            on conflict do nothing returning caller, key
            """;
    private static final String KEEP = """
            update idempotency_key as kept set status = answer.status, body = answer.body
            from unnest($1::text[], $2::text[], $3::int[], $4::text[]) as answer (caller, key, status, body)
            where kept.caller = answer.caller and kept.key = answer.key
            """;
    private static final String FORGET = """
            delete from idempotency_key as kept using unnest($1::text[], $2::text[]) as refused (caller, key)
            where kept.caller = refused.caller and kept.key = refused.key
            """;
    private static final String RECALL = """
            select kept.caller, kept.key, kept.request_hash, kept.status, kept.body
            from unnest($1::text[], $2::text[]) as asked (caller, key)
            join idempotency_key as kept on kept.caller = asked.caller and kept.key = asked.key
            """;

    record Key(String caller, String key) {
        static Key of(IdempotentRequest request) {
            return new Key(request.caller(), request.key());
        }
    }

    record Claim(IdempotentRequest request, byte[] hash) {}

    record Answer(IdempotentRequest request, int status, String body) {}

    record Kept(byte[] hash, int status, String body) {}

    private IdempotencyTable() {}

    /** Claims keys, always in the same order, so that transactions with several keys cannot deadlock; returns the new ones. */
    static Uni<Set<Key>> claim(SqlConnection tx, List<Claim> claims) {
        return Columns.of(claims)
                .texts(claim -> claim.request().caller())
                .texts(claim -> claim.request().key())
                .bytes(Claim::hash)
                .query(tx, CLAIM)
                .map(rows -> {
                    Set<Key> claimed = HashSet.newHashSet(rows.size());
                    rows.forEach(row -> claimed.add(new Key(row.getString("caller"), row.getString("key"))));
                    return claimed;
                });
    }

    static Uni<Map<Key, Kept>> recall(SqlConnection tx, Collection<IdempotentRequest> requests) {
        return keys(requests).query(tx, RECALL).map(rows -> {
            Map<Key, Kept> kept = HashMap.newHashMap(rows.size());
            rows.forEach(row -> kept.put(
                    new Key(row.getString("caller"), row.getString("key")),
                    new Kept(
                            row.getBuffer("request_hash").getBytes(),
                            row.getInteger("status"),
                            row.getString("body"))));
            return kept;
        });
    }

    static Uni<Void> keep(SqlConnection tx, Collection<Answer> answers) {
        return Columns.of(answers)
                .texts(answer -> answer.request().caller())
                .texts(answer -> answer.request().key())
                .integers(Answer::status)
                .texts(Answer::body)
                .execute(tx, KEEP);
    }

    static Uni<Void> forget(SqlConnection tx, Collection<IdempotentRequest> refused) {
        return keys(refused).execute(tx, FORGET);
    }

    private static Columns<IdempotentRequest> keys(Collection<IdempotentRequest> requests) {
        return Columns.of(requests).texts(IdempotentRequest::caller).texts(IdempotentRequest::key);
    }
}
