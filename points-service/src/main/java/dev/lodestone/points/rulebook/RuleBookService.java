package dev.lodestone.points.rulebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.points.evaluation.Rule;
import dev.lodestone.points.evaluation.RuleBook;
import dev.lodestone.points.rules.RuleDefinition;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The rules ready to be asked. Published versions are compiled once: they never change and are never deleted. */
@ApplicationScoped
public class RuleBookService {
    private static final String PUBLISHED_COUNT = "select count(*) from earning_rule where status = 'PUBLISHED'";
    private static final String PUBLISHED =
            "select code, version, definition, effective_from from earning_rule where status = 'PUBLISHED'";
    private static final String ANY = """
            select code, version, definition, effective_from from earning_rule where code = $1 and version = $2
            """;

    private record Compiled(long count, RuleBook book) {}

    private final ObjectMapper json;
    private final ZoneId zone;
    private volatile Compiled compiled = new Compiled(0, new RuleBook(List.of()));

    RuleBookService(ObjectMapper json, RulebookConfig config) {
        this.json = json;
        this.zone = config.zone();
    }

    /** The zone of the brand's days. */
    public ZoneId zone() {
        return zone;
    }

    /** All published versions as they are at this moment of the transaction. */
    public Uni<RuleBook> published(SqlConnection tx) {
        return tx.preparedQuery(PUBLISHED_COUNT)
                .execute()
                .chain(rows -> rows.iterator().next().getLong(0) == compiled.count()
                        ? Uni.createFrom().item(compiled.book())
                        : compile(tx));
    }

    /**
     * A version, published or not, as if it were in force since ever.
     *
     * @throws ProblemException 404 {@code rule-version-unknown}
     */
    public Uni<Rule> candidate(SqlConnection connection, String code, int version) {
        return connection
                .preparedQuery(ANY)
                .execute(Tuple.of(code, version))
                .map(rows -> rows.stream()
                        .map(row -> Rule.of(code, version, definition(row), Instant.MIN, zone))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(
                                RulebookProblems.RULE_VERSION_UNKNOWN,
                                "Draft version " + version + " of " + code + " first")));
    }

    private Uni<RuleBook> compile(SqlConnection tx) {
        return tx.preparedQuery(PUBLISHED).execute().map(rows -> {
            List<Rule> rules = rows.stream().map(this::rule).toList();
            compiled = new Compiled(rules.size(), new RuleBook(rules));
            return compiled.book();
        });
    }

    private Rule rule(Row row) {
        Instant effectiveFrom = row.getOffsetDateTime("effective_from").toInstant();
        return compiled.book()
                .find(row.getString("code"), row.getInteger("version"))
                .orElseGet(() -> Rule.of(
                        row.getString("code"), row.getInteger("version"), definition(row), effectiveFrom, zone));
    }

    private RuleDefinition definition(Row row) {
        try {
            return json.readValue(row.getString("definition"), RuleDefinition.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a rule's definition cannot be read", broken);
        }
    }
}
