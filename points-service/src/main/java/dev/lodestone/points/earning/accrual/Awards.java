package dev.lodestone.points.earning.accrual;

import dev.lodestone.points.earning.evaluation.Outcome;
import dev.lodestone.points.earning.evaluation.Rule;
import dev.lodestone.points.ledger.account.Asset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Recomputes the awards of an order that is evaluated again. */
final class Awards {
    private record RuleKey(@Nullable String rule, Asset asset) {}

    private Awards() {}

    /**
     * The awards of an order after an evaluation with {@code outcomes}. A rule for orders that no longer pays keeps its lots with 0 points.
     * Awards of other rules, such as the bonus of an offer, do not change.
     *
     * @param paid the awards up to now
     * @param paysForOrders true for awards of rules for orders
     * @param rules the evaluated rules, in the order of {@code outcomes}
     * @param pointsBefore receives the former points of each returned award
     */
    static List<OrderAward> reevaluate(
            List<OrderAward> paid,
            Predicate<OrderAward> paysForOrders,
            List<Rule> rules,
            List<Outcome> outcomes,
            Map<OrderAward, Long> pointsBefore) {
        Map<RuleKey, OrderAward> paidByRule = new HashMap<>();
        paid.forEach(award -> paidByRule.merge(new RuleKey(award.rule(), award.asset()), award, Awards::merge));
        List<OrderAward> now = new ArrayList<>();
        Set<RuleKey> done = new HashSet<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Rule rule = rules.get(i);
            RuleKey key = new RuleKey(rule.code(), rule.definition().asset());
            OrderAward before = paidByRule.getOrDefault(
                    key,
                    new OrderAward(
                            rule.code(), rule.version(), rule.definition().asset(), 0, List.of()));
            OrderAward award = before.withPoints(rule.version(), outcomes.get(i).points());
            if (award.points() > 0 || !award.lots().isEmpty()) {
                now.add(award);
                pointsBefore.put(award, before.points());
            }
            done.add(key);
        }
        for (OrderAward award : paid) {
            RuleKey key = new RuleKey(award.rule(), award.asset());
            if (!done.contains(key)) {
                OrderAward left = paysForOrders.test(award) ? award.withPoints(award.version(), 0) : award;
                now.add(left);
                pointsBefore.put(left, award.points());
            }
        }
        return now;
    }

    private static OrderAward merge(OrderAward one, OrderAward other) {
        List<UUID> lots = new ArrayList<>(one.lots());
        lots.addAll(other.lots());
        return new OrderAward(one.rule(), one.version(), one.asset(), one.points() + other.points(), lots);
    }
}
