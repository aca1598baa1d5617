package dev.lodestone.points.earning.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lodestone.events.EventType;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.periods.CalendarPeriod;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleDefinitionTest {
    private static final String ORDER = "brand.order.completed.v1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.total.amountMinor >= 10000 && member.tier == 'PREMIUM'",
                "event.items.exists(i, i.sku == 'noodle' && i.quantity > 1)",
                "member.orders == 0",
                "has(member.lastOrderAt) && occurredAt - member.lastOrderAt > duration('720h')",
                "member.attributes['city'] == 'Shanghai'",
                "occurredAt.getDayOfWeek('Asia/Shanghai') == 6"
            })
    void P08_shouldAcceptBooleanConditions(String condition) {
        assertThat(order(condition).check()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event.totl.amountMinor > 1 | 1 | 6",
                "member.tier == 1 | 1 | 13",
                "member.orders + 1 | 1 | 15",
                "event.total.amountMinor > | 1 | 26",
                "unknown.tier == 'x' | 1 | 1"
            })
    void P08_shouldReportThePositionOfAnErrorInACondition(String condition, int line, int column) {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> order(condition).check());

        assertThat(refused.type().slug()).isEqualTo("invalid-condition");
        assertThat(refused.extensions().get("line")).isEqualTo(line);
        assertThat(refused.extensions().get("column")).as(refused.getMessage()).isEqualTo(column);
    }

    @Test
    void shouldRefuseAConditionWithTooManyIterations() {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> order("true " + "&& true ".repeat(300)).check());

        assertThat(refused.type().slug()).isEqualTo("invalid-condition");
    }

    @Test
    void P11_shouldRequireAGoalForACampaign() {
        RuleDefinition campaign = with(null, 1_000L, null);

        assertThatThrownBy(campaign::checkGoal)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("goal");
        Goal goal = new Goal(Goal.Metric.FACTS, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), 100);
        with(null, 1_000L, goal).checkGoal();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FREQ=WEEKLY;BYDAY=XX", "FREQ=SOMETIMES", ""})
    void shouldRefuseAnInvalidRecurrence(String rrule) {
        Validity validity = new Validity(LocalDate.of(2026, 1, 1), null, Set.of(), null, null, rrule, null);

        assertThatThrownBy(validity::check).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231T235959Z",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31",
                "FREQ=DAILY;UNTIL=20251231",
                "FREQ=SECONDLY",
                "FREQ=HOURLY"
            })
    void case13_shouldRefuseARecurrenceThatCannotBeEvaluated(String rrule) {
        Validity validity = new Validity(LocalDate.of(2026, 1, 2), null, Set.of(), null, null, rrule, null);

        assertThatThrownBy(validity::check).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
                "FREQ=DAILY;COUNT=3",
                "FREQ=MONTHLY;BYDAY=-1SU"
            })
    void case13_shouldAcceptARecurrenceThatCanBeEvaluated(String rrule) {
        new Validity(LocalDate.of(2026, 1, 2), null, Set.of(), null, null, rrule, null).check();
    }

    @Test
    void shouldIncludeTheDaysOfARecurrence() {
        Recurrence fridays = Recurrence.of("FREQ=MONTHLY;BYDAY=1FR", LocalDate.of(2026, 1, 1));

        assertThat(fridays.includes(LocalDate.of(2026, 12, 4))).isTrue();
        assertThat(fridays.includes(LocalDate.of(2026, 12, 11))).isFalse();
        assertThat(fridays.includes(LocalDate.of(2025, 12, 5))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"21:59,false", "22:00,true", "00:30,true", "01:59,true", "02:00,false"})
    void shouldSupportHoursThatSpanMidnight(LocalTime time, boolean included) {
        Validity night =
                new Validity(null, null, Set.of(), LocalTime.of(22, 0), LocalTime.of(2, 0), null, "Asia/Shanghai");

        assertThat(night.includes(time)).isEqualTo(included);
    }

    @Test
    void shouldRefuseContradictingFields() {
        assertInvalid(() -> Expiry.of(null, 3, null));
        assertInvalid(() -> Expiry.of(Expiry.Policy.FIXED_DATE, 3, null));
        assertInvalid(() -> Expiry.of(Expiry.Policy.END_OF_YEAR, 1, LocalDate.of(2027, 1, 1)));
        assertInvalid(() -> Expiry.of(Expiry.Policy.AFTER_DAYS, 0, null));
        assertInvalid(() -> new Cap(CalendarPeriod.DAY, null, null).check());
        assertInvalid(() -> new Award.Multiplier(1_000).check(EventType.ORDER_COMPLETED));
        assertInvalid(() -> new Award.PerAmount(1, 100, "XYZ").check(EventType.ORDER_COMPLETED));
        assertInvalid(() -> new Validity(null, null, Set.of(), null, null, null, "Mars/Olympus").check());
    }

    @ParameterizedTest
    @CsvSource({"DOWN,7,1,2,3", "HALF_UP,7,1,2,4", "UP,7,1,2,4", "HALF_UP,5,1,4,1", "UP,8,1,4,2", "DOWN,0,1,4,0"})
    void P03_shouldRoundByTheNamedMode(
            Rounding rounding, long amount, long numerator, long denominator, long expected) {
        assertThat(rounding.share(amount, numerator, denominator).longValueExact())
                .isEqualTo(expected);
    }

    private static void assertInvalid(Runnable check) {
        assertThat(catchThrowableOfType(ProblemException.class, check::run)
                        .type()
                        .slug())
                .isEqualTo("invalid-rule");
    }

    private static RuleDefinition order(String condition) {
        return with(condition, null, null);
    }

    private static RuleDefinition with(@Nullable String condition, @Nullable Long budget, @Nullable Goal goal) {
        return new RuleDefinition(
                null,
                ORDER,
                condition,
                new Award.Fixed(5),
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
                budget,
                goal);
    }
}
