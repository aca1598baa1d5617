package dev.lodestone.points.earning;

import dev.lodestone.events.EventType;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Versions of rules. */
@ApplicationScoped
class EarningRuleRepository implements PanacheRepositoryBase<EarningRuleEntity, EarningRuleEntity.Key> {
    private static final String PUBLISHED = """
            select code, version, fact_type, award, points, per_amount_minor, currency, expiry_days, effective_from
            from earning_rule where status = 'PUBLISHED'
            """;

    /** All published versions as they are at this moment of the transaction. */
    Uni<RuleBook> published(SqlConnection tx) {
        return tx.preparedQuery(PUBLISHED)
                .execute()
                .map(rows -> new RuleBook(
                        rows.stream().map(EarningRuleRepository::rule).toList()));
    }

    /** All versions of one rule, the newest first. */
    Uni<List<EarningRuleEntity>> versions(String code) {
        return list("key.code = ?1 order by key.version desc", code);
    }

    /** Of each rule the version in force at {@code instant}, in the order of the codes. */
    Uni<List<EarningRuleEntity>> inForce(Instant instant) {
        return list("""
                from EarningRuleEntity rule where rule.effectiveFrom <= ?1 and not exists (
                    from EarningRuleEntity newer
                    where newer.key.code = rule.key.code and newer.effectiveFrom <= ?1
                      and (newer.effectiveFrom > rule.effectiveFrom
                           or newer.effectiveFrom = rule.effectiveFrom and newer.key.version > rule.key.version))
                order by rule.key.code
                """, instant);
    }

    private static EarningRule rule(Row row) {
        return new EarningRule(
                row.getString("code"),
                row.getInteger("version"),
                EventType.ofType(row.getString("fact_type")).orElseThrow(),
                award(row),
                row.getInteger("expiry_days"),
                Objects.requireNonNull(row.getOffsetDateTime("effective_from")).toInstant());
    }

    private static Award award(Row row) {
        long points = row.getLong("points");
        return switch (AwardKind.valueOf(row.getString("award"))) {
            case PER_AMOUNT -> new Award.PerAmount(points, row.getLong("per_amount_minor"), row.getString("currency"));
            case FIXED -> new Award.Fixed(points);
            case AS_OFFERED -> new Award.AsOffered(points);
        };
    }
}
