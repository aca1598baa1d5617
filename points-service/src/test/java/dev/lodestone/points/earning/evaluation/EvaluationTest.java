package dev.lodestone.points.earning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.EventType;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderItem;
import dev.lodestone.points.earning.rules.Award;
import dev.lodestone.points.earning.rules.Cap;
import dev.lodestone.points.earning.rules.Goal;
import dev.lodestone.points.earning.rules.Rounding;
import dev.lodestone.points.earning.rules.RuleDefinition;
import dev.lodestone.points.earning.rules.Validity;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.periods.CalendarPeriod;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvaluationTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** A Friday, 12:00 in Shanghai. */
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    private static final MemberId MEMBER = MemberId.of("test:anna");

    private final RuleUsage usage = new RuleUsage();

    /** A valid rule; each test changes the fields that it tests. */
    private static final class Draft {
        private @Nullable String condition;
        private Award award = new Award.Fixed(5);
        private Rounding rounding = Rounding.DOWN;
        private @Nullable Long atLeast;
        private @Nullable Long atMost;
        private @Nullable String group;
        private int priority;
        private @Nullable Validity validity;
        private List<Cap> caps = List.of();
        private @Nullable Long budget;
        private @Nullable Goal goal;
        private boolean broken;

        private Rule rule(String code) {
            RuleDefinition definition = new RuleDefinition(
                    null,
                    "brand.order.completed.v1",
                    condition,
                    award,
                    rounding,
                    atLeast,
                    atMost,
                    Asset.POINTS,
                    null,
                    null,
                    group,
                    priority,
                    validity,
                    caps,
                    budget,
                    goal);
            return broken
                    ? Rule.broken(code, 1, definition, EventType.ORDER_COMPLETED, Instant.EPOCH, SHANGHAI)
                    : Rule.of(code, 1, definition, Instant.EPOCH, SHANGHAI);
        }
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void P08_shouldGiveTheReasonOfEachOutcome(Reason reason) {
        Draft draft = new Draft();
        switch (reason) {
            case PAID -> draft.priority = 1;
            case NOT_STARTED -> draft.validity = validity(LocalDate.of(2026, 11, 21), null, Set.of(), null, null);
            case ENDED -> draft.validity = validity(null, LocalDate.of(2026, 11, 19), Set.of(), null, null);
            case WEEKDAY -> draft.validity = validity(null, null, Set.of(DayOfWeek.SATURDAY), null, null);
            case HOURS -> draft.validity = validity(null, null, Set.of(), LocalTime.of(12, 1), LocalTime.of(14, 0));
            case RECURRENCE ->
                draft.validity = new Validity(
                        LocalDate.of(2026, 1, 1), null, Set.of(), null, null, "FREQ=MONTHLY;BYMONTHDAY=11", null);
            case CONDITION_FALSE -> draft.condition = "event.total.amountMinor > 100000";
            case CONDITION_FAILED -> draft.condition = "1 / member.orders > 1";
            case RULE_FAILED -> draft.broken = true;
            case CURRENCY_DIFFERS -> draft.award = new Award.PerAmount(1, 100, "USD");
            case NOTHING_DUE -> draft.award = new Award.PerAmount(1, 100_000, "CNY");
            case TOO_LARGE -> draft.award = new Award.PerAmount(1_000_000, 1, "CNY");
            case EXCLUSIVE_GROUP -> draft.group = "weekend";
            case CAP_REACHED -> {
                draft.caps = List.of(new Cap(CalendarPeriod.DAY, null, 1L));
                assertThat(evaluate(order(20_000), draft.rule("asked")).reason())
                        .isEqualTo(Reason.PAID);
            }
            case BUDGET_EXHAUSTED -> {
                draft.budget = 5L;
                assertThat(evaluate(order(20_000), draft.rule("asked")).reason())
                        .isEqualTo(Reason.PAID);
            }
        }
        Draft winner = new Draft();
        winner.group = "weekend";
        winner.priority = 10;

        EvaluationInput input = input(order(reason == Reason.TOO_LARGE ? Money.AMOUNT_MAX : 20_000));
        List<Rule> rules = new RuleSet(List.of(draft.rule("asked"), winner.rule("winner"))).inForce(input.type(), NOON);
        Outcome outcome = Evaluation.of(rules, input, usage).stream()
                .filter(one -> one.code().equals("asked"))
                .findFirst()
                .orElseThrow();

        assertThat(outcome.reason()).isEqualTo(reason);
        assertThat(outcome.points() > 0).isEqualTo(reason == Reason.PAID);
        boolean plain = reason.dependsOnEventOnly() && reason != Reason.CONDITION_FAILED;
        assertThat(Eligibility.mayPay(draft.rule("asked"), input))
                .as("independent of the member")
                .isEqualTo(!plain);
        RuleExplanation explanation = RuleExplanation.of(draft.rule("asked"), input, outcome, Audience.OPERATOR);
        assertThat(explanation.reason()).isEqualTo(reason.slug());
        assertThat(explanation.summary().zh()).hasSizeGreaterThan(5);
        assertThat(explanation.summary().en()).hasSizeGreaterThan(5);
        assertThat(!explanation.steps().isEmpty()).isEqualTo(outcome.isPaid());
    }

    @Test
    void P10_shouldPayTheRemainderOfACap() {
        Draft draft = new Draft();
        draft.award = new Award.PerAmount(1, 100, "CNY");
        draft.caps = List.of(new Cap(CalendarPeriod.MONTH, 250L, null));
        Rule rule = draft.rule("capped");

        Outcome first = evaluate(order(20_000), rule);
        Outcome second = evaluate(order(20_000), rule);

        assertThat(first.points()).isEqualTo(200);
        assertThat(second.points()).isEqualTo(50);
        assertThat(second.due()).isEqualTo(200);
        assertThat(second.by()).isEqualTo("MONTH");
    }

    @Test
    void P08_shouldMultiplyTheSumOfTheOtherRules() {
        Draft base = new Draft();
        base.award = new Award.PerAmount(1, 100, "CNY");
        Draft half = new Draft();
        half.award = new Award.Multiplier(1_500);
        half.priority = 99;
        EvaluationInput input = input(order(1_177));
        List<Rule> rules = new RuleSet(List.of(half.rule("weekend"), base.rule("spend"))).inForce(input.type(), NOON);

        List<Outcome> outcomes = Evaluation.of(rules, input, usage);

        assertThat(outcomes.stream().map(Outcome::code).toList()).isEqualTo(List.of("spend", "weekend"));
        assertThat(outcomes.stream().map(Outcome::points).toList()).isEqualTo(List.of(11L, 5L));
    }

    @Test
    void P03_shouldApplyMinimumAndMaximum() {
        Draft draft = new Draft();
        draft.award = new Award.PerAmount(1, 100, "CNY");
        draft.atLeast = 10L;
        draft.atMost = 50L;

        assertThat(evaluate(order(200), draft.rule("bounded")).points()).isEqualTo(10);
        assertThat(evaluate(order(20_000), draft.rule("bounded")).points()).isEqualTo(50);
        assertThat(evaluate(order(0), draft.rule("bounded")).points()).isEqualTo(0);
    }

    @Test
    void P02_shouldPayForEachItem() {
        Draft draft = new Draft();
        draft.award = new Award.PerItem(3, List.of("noodle"));
        Fact order = new OrderCompleted(
                "items",
                new Money(5_000, "CNY"),
                List.of(new OrderItem("noodle", 4, 4_000), new OrderItem("tea", 2, 1_000)),
                null);

        assertThat(evaluate(order, draft.rule("pieces")).points()).isEqualTo(12);
    }

    @Test
    void P11_shouldCountAMemberOnceTowardsAGoal() {
        Draft draft = new Draft();
        draft.goal = new Goal(Goal.Metric.MEMBERS, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), 10);
        Rule rule = draft.rule("members");

        evaluate(order(100), rule);
        evaluate(order(100), rule);

        assertThat(usage.added())
                .isEqualTo(Map.of(new RuleUsage.VersionKey("members", 1), new RuleUsage.Total(10, 2, 1)));
    }

    private Outcome evaluate(Fact fact, Rule rule) {
        return Evaluation.of(List.of(rule), input(fact), usage).getFirst();
    }

    private static EvaluationInput input(Fact fact) {
        return new EvaluationInput(MEMBER, fact, NOON, MemberContext.UNKNOWN);
    }

    private static Fact order(long amountMinor) {
        return new OrderCompleted("order-1", new Money(amountMinor, "CNY"), null, null);
    }

    private static Validity validity(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Set<DayOfWeek> weekdays,
            @Nullable LocalTime hoursFrom,
            @Nullable LocalTime hoursUntil) {
        return new Validity(from, until, weekdays, hoursFrom, hoursUntil, null, null);
    }
}
