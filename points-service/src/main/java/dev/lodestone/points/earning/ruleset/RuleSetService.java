package dev.lodestone.points.earning.ruleset;

import dev.lodestone.events.EventType;
import dev.lodestone.platform.alarm.Alarms;
import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.sql.Rows;
import dev.lodestone.points.earning.evaluation.Rule;
import dev.lodestone.points.earning.evaluation.RuleSet;
import dev.lodestone.points.earning.rules.Award;
import dev.lodestone.points.earning.rules.Rounding;
import dev.lodestone.points.earning.rules.RuleDefinition;
import dev.lodestone.points.ledger.account.Asset;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Compiles rules. Published versions never change and are never deleted, so each is compiled once. */
@ApplicationScoped
public class RuleSetService {
    private static final String PUBLISHED_COUNT = "select count(*) from earning_rule where status = 'PUBLISHED'";
    private static final String PUBLISHED =
            "select code, version, definition, effective_from from earning_rule where status = 'PUBLISHED'";
    private static final String VERSION = """
            select code, version, definition, effective_from from earning_rule where code = $1 and version = $2
            """;

    private static final Logger LOG = Logger.getLogger(RuleSetService.class);
    /** Replaces a definition that cannot be parsed; it is never evaluated. */
    private static final RuleDefinition PLACEHOLDER = new RuleDefinition(
            null,
            "",
            null,
            new Award.Fixed(1),
            Rounding.DOWN,
            null,
            null,
            Asset.POINTS,
            null,
            null,
            null,
            0,
            null,
            List.of(),
            null,
            null);

    private record Compiled(long count, RuleSet ruleSet) {}

    private final Json json;
    private final ZoneId zone;
    private final Alarms alarms;
    private volatile Compiled compiled = new Compiled(0, new RuleSet(List.of()));

    RuleSetService(Json json, RuleSetConfig config, Alarms alarms) {
        this.json = json;
        this.alarms = alarms;
        this.zone = config.zone();
    }

    /** The zone of the brand's local days. */
    public ZoneId zone() {
        return zone;
    }

    /** All published versions that {@code tx} sees. */
    public Uni<RuleSet> published(SqlConnection tx) {
        return tx.preparedQuery(PUBLISHED_COUNT)
                .execute()
                .chain(rows -> rows.iterator().next().getLong(0) == compiled.count()
                        ? Uni.createFrom().item(compiled.ruleSet())
                        : compile(tx));
    }

    /**
     * Version {@code version} of a rule, draft or published, as if it had always been in force.
     *
     * @throws ProblemException 404 {@code rule-version-unknown}
     */
    public Uni<Rule> candidate(SqlConnection connection, String code, int version) {
        return connection
                .preparedQuery(VERSION)
                .execute(Tuple.of(code, version))
                .map(rows -> rows.stream()
                        .map(row -> Rule.of(code, version, definition(row), Instant.MIN, zone))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(
                                RuleSetProblems.RULE_VERSION_UNKNOWN,
                                "Draft version " + version + " of " + code + " first")));
    }

    private Uni<RuleSet> compile(SqlConnection tx) {
        return tx.preparedQuery(PUBLISHED).execute().map(rows -> {
            List<Rule> rules = rows.stream().map(this::rule).toList();
            compiled = new Compiled(rules.size(), new RuleSet(rules));
            return compiled.ruleSet();
        });
    }

    private Rule rule(Row row) {
        Instant effectiveFrom = Rows.instant(row, "effective_from");
        return compiled.ruleSet()
                .find(row.getString("code"), row.getInteger("version"))
                .orElseGet(() -> compile(row, effectiveFrom));
    }

    /** A version that cannot be compiled is in force, but pays nothing; the other rules are not affected. */
    private Rule compile(Row row, Instant effectiveFrom) {
        String code = row.getString("code");
        int version = row.getInteger("version");
        RuleDefinition definition = readOrNull(row);
        try {
            if (definition != null) {
                return Rule.of(code, version, definition, effectiveFrom, zone);
            }
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "a published rule cannot be compiled: rule=%s version=%d", code, version);
        }
        alarms.raise("rule-failed", "rule=" + code + " version=" + version);
        return Rule.broken(code, version, PLACEHOLDER, type(row), effectiveFrom, zone);
    }

    private @Nullable RuleDefinition readOrNull(Row row) {
        try {
            return definition(row);
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    /** The event type of a broken version; orders if the type cannot be read. */
    private EventType type(Row row) {
        try {
            String named =
                    json.tree(row.getString("definition")).path("factType").asText();
            return EventType.ofType(named).orElse(EventType.ORDER_COMPLETED);
        } catch (IllegalStateException noJson) {
            return EventType.ORDER_COMPLETED;
        }
    }

    private RuleDefinition definition(Row row) {
        return json.read(row.getString("definition"), RuleDefinition.class);
    }
}
