package dev.lodestone.points.ledger.postings;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.sql.Rows;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.account.OrderSpend;
import dev.lodestone.points.ledger.lots.LotPart;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads postings that may be reversed, and the lots that they consumed. */
@ApplicationScoped
class SpendRepository {
    private static final String ON_ORDERS = """
            select spend.member_id, spend.asset, posting.id, spend.account_version, spend.order_id, spend.amount, spend.returned,
                   posting.occurred_at, movement.lot_id, -(movement.free_change + movement.held_change) as part
            from order_spend as spend
            join posting using (member_id, asset, account_version)
            join lot_movement as movement using (member_id, asset, account_version)
            where spend.member_id = any($1::uuid[]) and spend.order_id = any($2::text[])
            order by spend.member_id, spend.asset, spend.account_version, movement.position, movement.lot_id
            """;
    private static final String BY_POSTING = """
            select posting.member_id, posting.asset, posting.id, posting.account_version, coalesce(spend.order_id, '') as order_id,
                   posting.amount, posting.occurred_at, movement.lot_id, -(movement.free_change + movement.held_change) as part,
                   (select coalesce(sum(returned.amount), 0)::bigint from posting as returned
                    where returned.member_id = posting.member_id and returned.asset = posting.asset and returned.kind = 'RETURNED'
                      and returned.reverses = posting.id) as returned
            from posting
            join lot_movement as movement using (member_id, asset, account_version)
            left join order_spend as spend on spend.member_id = posting.member_id and spend.asset = posting.asset
                                          and spend.account_version = posting.account_version
            where posting.member_id = $1 and posting.id = $2
            order by movement.position, movement.lot_id
            """;
    private static final String RULES = """
            select id, rule_code, rule_version from posting
            where member_id = any($1::uuid[]) and id = any($2::uuid[]) and rule_code is not null and rule_version is not null
            """;

    /** Adds the spends of {@code members} on {@code orders} to {@code locked}; returns the ids of the lots that they consumed. */
    Uni<Set<UUID>> load(SqlConnection tx, LockedAccounts locked, Set<MemberId> members, Collection<String> orders) {
        if (orders.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        Tuple wanted = Tuple.tuple()
                .addArrayOfUUID(members.stream().map(MemberId::value).toArray(UUID[]::new))
                .addArrayOfString(orders.toArray(String[]::new));
        return tx.preparedQuery(ON_ORDERS).execute(wanted).map(rows -> {
            Set<UUID> lots = new HashSet<>();
            for (List<Row> parts : bySpend(rows)) {
                Row row = parts.getFirst();
                OrderSpend spend = spend(parts);
                locked.addSpend(Rows.member(row, "member_id"), Asset.valueOf(row.getString("asset")), spend);
                spend.parts().forEach(part -> lots.add(part.lotId()));
            }
            return lots;
        });
    }

    /** The spend of posting {@code id}, if the posting spent units. */
    Uni<Optional<OrderSpend>> find(SqlConnection tx, MemberId member, UUID id) {
        return tx.preparedQuery(BY_POSTING)
                .execute(Tuple.of(member.value(), id))
                .map(rows -> bySpend(rows).stream().map(SpendRepository::spend).findFirst());
    }

    /** The rule version that made each of {@code postings}; postings without a rule are left out. */
    Uni<Map<UUID, RuleRef>> rules(SqlConnection tx, Set<MemberId> members, Collection<UUID> postings) {
        return tx.preparedQuery(RULES)
                .execute(Tuple.of(
                        members.stream().map(MemberId::value).toArray(UUID[]::new), postings.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, RuleRef> rules = new HashMap<>();
                    rows.forEach(row -> rules.put(
                            row.getUUID("id"),
                            new RuleRef(row.getString("rule_code"), row.getInteger("rule_version"))));
                    return rules;
                });
    }

    private static Collection<List<Row>> bySpend(RowSet<Row> rows) {
        Map<UUID, List<Row>> bySpend = new LinkedHashMap<>();
        rows.forEach(row -> bySpend.computeIfAbsent(row.getUUID("id"), id -> new ArrayList<>())
                .add(row));
        return bySpend.values();
    }

    private static OrderSpend spend(List<Row> parts) {
        Row row = parts.getFirst();
        return new OrderSpend(
                row.getUUID("id"),
                row.getLong("account_version"),
                row.getString("order_id"),
                row.getLong("amount"),
                row.getLong("returned"),
                Rows.instant(row, "occurred_at"),
                parts.stream()
                        .map(part -> new LotPart(part.getUUID("lot_id"), part.getLong("part")))
                        .toList());
    }
}
