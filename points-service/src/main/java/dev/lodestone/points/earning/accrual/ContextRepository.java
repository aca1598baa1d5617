package dev.lodestone.points.earning.accrual;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.lodestone.events.MemberId;
import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import dev.lodestone.points.earning.evaluation.MemberContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads and writes member contexts. The caller holds the lock of the members' accounts. */
@ApplicationScoped
class ContextRepository {
    private static final String FIND = """
            select member_id, tier, attributes::text as attributes, orders, amount_minor, first_order_at, last_order_at, tier_version,
                   attributes_at
            from member_context where member_id = any($1::uuid[])
            """;
    private static final String WRITE = """
            insert into member_context (member_id, tier, attributes, orders, amount_minor, first_order_at, last_order_at, tier_version,
                                        attributes_at)
            select member_id, tier, attributes::jsonb, orders, amount_minor, first_order_at, last_order_at, tier_version, attributes_at
            from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::timestamptz[], $7::timestamptz[], $8::bigint[],
                        $9::timestamptz[])
                 as new (member_id, tier, attributes, orders, amount_minor, first_order_at, last_order_at, tier_version, attributes_at)
            on conflict (member_id) do update
            set tier = excluded.tier, attributes = excluded.attributes, orders = excluded.orders, amount_minor = excluded.amount_minor,
                first_order_at = excluded.first_order_at, last_order_at = excluded.last_order_at, tier_version = excluded.tier_version,
                attributes_at = excluded.attributes_at
            """;
    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private final Json json;

    ContextRepository(Json json) {
        this.json = json;
    }

    Uni<MemberContexts> find(SqlConnection tx, Set<MemberId> members) {
        return Columns.of(members).members(member -> member).query(tx, FIND).map(rows -> {
            Map<MemberId, MemberContexts.StoredContext> known = new HashMap<>();
            rows.forEach(row -> known.put(Rows.member(row, "member_id"), storedContext(row)));
            return new MemberContexts(known);
        });
    }

    Uni<Void> write(SqlConnection tx, List<MemberContexts.StoredContext> contexts) {
        return Columns.of(contexts)
                .members(MemberContexts.StoredContext::member)
                .texts(known -> known.context().tier())
                .texts(known -> attributes(known.context()))
                .longs(known -> known.context().orders())
                .longs(known -> known.context().amountMinor())
                .instants(known -> known.context().firstOrderAt())
                .instants(known -> known.context().lastOrderAt())
                .longs(MemberContexts.StoredContext::tierVersion)
                .instants(MemberContexts.StoredContext::attributesAt)
                .execute(tx, WRITE);
    }

    private MemberContexts.StoredContext storedContext(Row row) {
        String tier = row.getString("tier");
        MemberContext context = new MemberContext(
                tier == null ? "" : tier,
                attributes(row.getString("attributes")),
                row.getLong("orders"),
                row.getLong("amount_minor"),
                Rows.instantOrNull(row, "first_order_at"),
                Rows.instantOrNull(row, "last_order_at"));
        return new MemberContexts.StoredContext(
                Rows.member(row, "member_id"),
                context,
                row.getLong("tier_version"),
                Rows.instantOrNull(row, "attributes_at"));
    }

    private Map<String, String> attributes(String text) {
        return "{}".equals(text) ? Map.of() : json.read(text, ATTRIBUTES);
    }

    private String attributes(MemberContext context) {
        return context.attributes().isEmpty() ? "{}" : json.write(context.attributes());
    }
}
