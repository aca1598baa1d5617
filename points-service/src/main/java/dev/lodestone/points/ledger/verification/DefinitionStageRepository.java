package dev.lodestone.points.ledger.verification;

import dev.lodestone.points.ledger.checks.Finding;
import dev.lodestone.points.ledger.checks.FindingKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Compares published rules and rewards with their audit entries. There are few of them. */
@ApplicationScoped
class DefinitionStageRepository {
    private static final String RULES = """
            with published as (
                select subject_id, count(*) as entries, min(state_after)::jsonb as says from audit_entry
                where subject_kind = 'RULE' and action = 'RULE_PUBLISHED' group by subject_id),
            rule as (
                select code || '/' || version as subject_id, definition, effective_from from earning_rule where status = 'PUBLISHED')
            select format('rule %s: %s', subject_id,
                          case when rule.definition is null then 'it was published and is not any more'
                               when published.entries is null then 'no audit entry says that it was published'
                               when published.entries > 1 then 'it was published more than once'
                               else 'it says something else than when it was published' end)
            from rule full join published using (subject_id)
            where rule.definition is null or published.entries is distinct from 1
               or published.says -> 'definition' is distinct from rule.definition::jsonb
               or (published.says ->> 'effectiveFrom')::timestamptz is distinct from rule.effective_from
            order by 1 limit 1000
            """;
    /**
     * The last edit of a reward is the one with the highest version: its row decides the order. Transactions have their numbers before they
     * wait for the row, so their numbers do not. Entries of before have no version.
     */
    private static final String REWARDS = """
            with edited as (
                select distinct on (subject_id) subject_id as code, state_after::jsonb as says from audit_entry
                where subject_kind = 'REWARD' and action = 'REWARD_CHANGED'
                order by subject_id, (state_after::jsonb ->> 'version')::bigint desc nulls last, tx desc, id desc)
            select format('reward %s: %s', code,
                          case when reward.name is null then 'it was written and is gone'
                               when edited.says is null then 'no audit entry says who wrote it'
                               else format('it is %s for %s, and its last audit entry says %s for %s', reward.name, reward.cost,
                                           edited.says ->> 'name', edited.says ->> 'cost') end)
            from reward full join edited using (code)
            where reward.name is null or edited.says is null
               or (edited.says ->> 'name', (edited.says ->> 'cost')::bigint) is distinct from (reward.name, reward.cost)
            order by 1 limit 1000
            """;

    /** The published rules that differ from their audit entries. */
    Uni<List<Finding>> rules(SqlConnection connection) {
        return differing(connection, RULES, FindingKind.RULE_DIFFERS);
    }

    /** The rewards that differ from their last audit entries. */
    Uni<List<Finding>> rewards(SqlConnection connection) {
        return differing(connection, REWARDS, FindingKind.REWARD_DIFFERS);
    }

    private static Uni<List<Finding>> differing(SqlConnection connection, String question, FindingKind kind) {
        return connection
                .preparedQuery(question)
                .execute()
                .map(rows -> rows.stream()
                        .map(row -> Finding.of(kind, row.getString(0)))
                        .toList());
    }
}
