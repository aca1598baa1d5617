package dev.lodestone.points.earning.campaigns;

import dev.lodestone.events.EventType;
import dev.lodestone.events.Fact;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Pipeline;
import dev.lodestone.platform.sql.Rows;
import dev.lodestone.points.earning.evaluation.Eligibility;
import dev.lodestone.points.earning.evaluation.EvaluationInput;
import dev.lodestone.points.earning.evaluation.MemberContext;
import dev.lodestone.points.earning.evaluation.Rule;
import dev.lodestone.points.earning.evaluation.RuleSet;
import dev.lodestone.points.earning.evaluation.RuleUsage;
import dev.lodestone.points.earning.evaluation.RuleUsage.PeriodKey;
import dev.lodestone.points.earning.evaluation.RuleUsage.Total;
import dev.lodestone.points.earning.evaluation.RuleUsage.Used;
import dev.lodestone.points.earning.evaluation.RuleUsage.VersionKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads and writes the use of caps, budgets and goals. Rows of members are read under the lock of their accounts. Totals are locked after
 * the accounts and in the order of their codes, so that two batches cannot block each other.
 */
@ApplicationScoped
public class RuleUsageService {
    private static final String USED = """
            select member_id, rule_code, period, points, times
            from rule_usage join unnest($1::uuid[], $2::text[], $3::text[]) as wanted (member_id, rule_code, period)
                 using (member_id, rule_code, period)
            """;
    private static final String CREATE_TOTALS = """
            insert into rule_total (rule_code, rule_version) select * from unnest($1::text[], $2::int[]) as new (code, version)
            order by code, version on conflict do nothing
            """;
    private static final String LOCK_TOTALS = """
            select rule_code, points from rule_total where rule_code = any($1::text[]) order by rule_code, rule_version for update
            """;
    private static final String WRITE_USED = """
            insert into rule_usage (member_id, rule_code, period, points, times)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::bigint[])
            on conflict (member_id, rule_code, period) do update set points = excluded.points, times = excluded.times
            """;
    private static final String ADD_TOTALS = """
            update rule_total as total set points = total.points + increment.points, times = total.times + increment.times,
                   progress = total.progress + increment.progress
            from unnest($1::text[], $2::int[], $3::bigint[], $4::bigint[], $5::bigint[]) as increment (code, version, points, times, progress)
            where total.rule_code = increment.code and total.rule_version = increment.version
            """;

    private static final String REPORT = """
            select coalesce(sum(points), 0)::bigint as spent,
                   coalesce(sum(points) filter (where rule_version = $2), 0)::bigint as cost,
                   coalesce(sum(times) filter (where rule_version = $2), 0)::bigint as times,
                   coalesce(sum(progress) filter (where rule_version = $2), 0)::bigint as progress
            from rule_total where rule_code = $1
            """;

    /** The progress and cost of the campaign of {@code rule}. */
    Uni<CampaignReportView> report(SqlConnection connection, Rule rule) {
        return connection
                .preparedQuery(REPORT)
                .execute(Tuple.of(rule.code(), rule.version()))
                .map(rows -> rows.iterator().next())
                .map(row -> new CampaignReportView(
                        rule.code(),
                        rule.version(),
                        rule.definition().budget(),
                        row.getLong("spent"),
                        row.getLong("cost"),
                        row.getLong("times"),
                        rule.definition().goal(),
                        row.getLong("progress")));
    }

    /**
     * Loads the use of the caps and budgets of all rules that may pay for {@code events}, and locks their totals. Concurrent batches wait
     * for such a lock, so a campaign that cannot pay for these events is not locked.
     */
    public Uni<RuleUsage> load(SqlConnection tx, RuleSet rules, List<Event<Fact>> events) {
        RuleUsage usage = new RuleUsage();
        return load(tx, usage, rules, events).replaceWith(usage);
    }

    /** Loads the same for more events into {@code usage}. */
    public Uni<Void> load(SqlConnection tx, RuleUsage usage, RuleSet rules, List<Event<Fact>> events) {
        Set<PeriodKey> keys = new HashSet<>();
        Set<Rule> counted = new HashSet<>();
        for (Event<Fact> event : events) {
            EvaluationInput withoutContext =
                    new EvaluationInput(event.member(), event.fact(), event.occurredAt(), MemberContext.UNKNOWN);
            for (Rule rule : rules.inForce(EventType.of(event.fact()), event.occurredAt())) {
                if (rule.broken()) {
                    continue;
                }
                keys.addAll(RuleUsage.keys(rule, event.member(), event.occurredAt()));
                if (rule.isCounted() && Eligibility.mayPay(rule, withoutContext)) {
                    counted.add(rule);
                }
            }
        }
        return Pipeline.of(loadUsed(tx, usage, keys), lockTotals(tx, usage, counted));
    }

    public Uni<Void> write(SqlConnection tx, RuleUsage usage) {
        return Pipeline.of(writeUsed(tx, usage.changed()), addTotals(tx, usage.added()));
    }

    private static Uni<Void> loadUsed(SqlConnection tx, RuleUsage usage, Collection<PeriodKey> keys) {
        return Columns.of(keys)
                .members(PeriodKey::member)
                .texts(PeriodKey::code)
                .texts(PeriodKey::period)
                .query(tx, USED)
                .invoke(rows -> rows.forEach(row -> usage.load(
                        new PeriodKey(Rows.member(row, 0), row.getString(1), row.getString(2)),
                        new Used(row.getLong(3), row.getLong(4)))))
                .replaceWithVoid();
    }

    private static Uni<Void> lockTotals(SqlConnection tx, RuleUsage usage, Set<Rule> counted) {
        Set<String> codes = counted.stream().map(Rule::code).collect(Collectors.toSet());
        return Pipeline.of(
                Columns.of(counted).texts(Rule::code).integers(Rule::version).execute(tx, CREATE_TOTALS),
                Columns.of(codes)
                        .texts(code -> code)
                        .query(tx, LOCK_TOTALS)
                        .invoke(rows -> loadSpent(usage, codes, rows)));
    }

    private static void loadSpent(RuleUsage usage, Set<String> codes, List<Row> rows) {
        for (String code : codes) {
            usage.loadSpent(code, 0);
        }
        rows.forEach(row -> usage.loadSpent(row.getString(0), usage.spent(row.getString(0)) + row.getLong(1)));
    }

    private static Uni<Void> writeUsed(SqlConnection tx, Map<PeriodKey, Used> rows) {
        return Columns.of(rows.entrySet())
                .members(row -> row.getKey().member())
                .texts(row -> row.getKey().code())
                .texts(row -> row.getKey().period())
                .longs(row -> row.getValue().points())
                .longs(row -> row.getValue().times())
                .execute(tx, WRITE_USED);
    }

    private static Uni<Void> addTotals(SqlConnection tx, Map<VersionKey, Total> added) {
        List<Map.Entry<VersionKey, Total>> rows = new ArrayList<>(added.entrySet());
        rows.sort(Comparator.comparing(
                        (Map.Entry<VersionKey, Total> row) -> row.getKey().code())
                .thenComparing(row -> row.getKey().version()));
        return Columns.of(rows)
                .texts(row -> row.getKey().code())
                .integers(row -> row.getKey().version())
                .longs(row -> row.getValue().points())
                .longs(row -> row.getValue().times())
                .longs(row -> row.getValue().progress())
                .execute(tx, ADD_TOTALS);
    }
}
