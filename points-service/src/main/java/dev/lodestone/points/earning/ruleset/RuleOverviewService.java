package dev.lodestone.points.earning.ruleset;

import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.paging.Cursor;
import dev.lodestone.platform.paging.Page;
import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.points.earning.evaluation.Rule;
import dev.lodestone.points.earning.evaluation.RuleSet;
import dev.lodestone.points.earning.rules.RuleDefinition;
import dev.lodestone.points.earning.rules.RuleText;
import dev.lodestone.points.earning.ruleset.RuleSummaryView.RuleState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the versions of all rules with their states, by code, each rule's newest version first. */
@ApplicationScoped
class RuleOverviewService {
    private static final String LIST = """
            select code, version, definition, effective_from, state from (
                select code, version, definition, effective_from, case
                    when status <> 'PUBLISHED' then status
                    when effective_from > $1 then 'SCHEDULED'
                    when exists (select from unnest($2::text[], $3::integer[]) as paying (code, version)
                                 where paying.code = earning_rule.code and paying.version = earning_rule.version)
                    then 'IN_FORCE' else 'ENDED' end as state
                from earning_rule) as listed
            where (code, -version) > ($4, -$5::integer) and ($6::text is null or state = $6)
            order by code, -version limit $7
            """;

    private final RuleSetService ruleSets;
    private final Json json;

    /** The version with which a page ends. */
    private record End(String code, int version) {
        private static final End FIRST = new End("", 0);

        static End of(@Nullable String cursor) {
            if (cursor == null) {
                return FIRST;
            }
            String[] parts = Cursor.key(cursor, "").split(" ", -1);
            if (parts.length != 2 || !parts[1].matches("[0-9]{1,9}")) {
                throw new ProblemException(
                        PlatformProblems.INVALID_REQUEST, "after must be the value of next from an earlier page");
            }
            return new End(parts[0], Integer.parseInt(parts[1]));
        }

        static String cursor(RuleSummaryView version) {
            return Cursor.of(version.code() + " " + version.version());
        }
    }

    RuleOverviewService(RuleSetService ruleSets, Json json) {
        this.ruleSets = ruleSets;
        this.json = json;
    }

    /**
     * A page of versions.
     *
     * @param state only versions in this state; {@code null} for all
     * @throws ProblemException 400 {@code invalid-request} if {@code after} is no cursor
     */
    Uni<Page<RuleSummaryView>> list(
            SqlConnection connection, @Nullable RuleState state, @Nullable String after, int limit, Instant now) {
        End end = End.of(after);
        return ruleSets.published(connection)
                .chain(rules ->
                        connection.preparedQuery(LIST).execute(values(paying(rules, now), state, end, limit + 1, now)))
                .map(rows -> Page.of(rows.stream().map(this::summary).toList(), limit, End::cursor));
    }

    private static Tuple values(List<Rule> paying, @Nullable RuleState state, End end, int limit, Instant now) {
        return Tuple.tuple()
                .addOffsetDateTime(Columns.utc(now))
                .addArrayOfString(paying.stream().map(Rule::code).toArray(String[]::new))
                .addArrayOfInteger(paying.stream().map(Rule::version).toArray(Integer[]::new))
                .addString(end.code())
                .addInteger(end.version())
                .addString(state == null ? null : state.name())
                .addInteger(limit);
    }

    /** The versions in force whose last day is not over. */
    private List<Rule> paying(RuleSet rules, Instant now) {
        return rules.inForce(now).stream()
                .filter(rule -> {
                    LocalDate until = rule.definition().window().until();
                    LocalDate today =
                            LocalDate.ofInstant(now, rule.definition().window().zone(ruleSets.zone()));
                    return until == null || !until.isBefore(today);
                })
                .toList();
    }

    private RuleSummaryView summary(Row row) {
        return new RuleSummaryView(
                row.getString("code"),
                row.getInteger("version"),
                RuleState.valueOf(row.getString("state")),
                textOrNull(row),
                Rows.instantOrNull(row, "effective_from"));
    }

    /** One damaged definition must not hide the others. */
    private @Nullable LocalText textOrNull(Row row) {
        try {
            return RuleText.of(json.read(row.getString("definition"), RuleDefinition.class));
        } catch (RuntimeException unreadable) {
            return null;
        }
    }
}
