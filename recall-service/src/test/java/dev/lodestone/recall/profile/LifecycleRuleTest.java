package dev.lodestone.recall.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifecycleRuleTest {
    private static final LifecycleRule RULE = new LifecycleRule(30, 60, 180);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @ParameterizedTest
    @CsvSource({
        "0, 0, NEW", "30, 30, NEW", "31, 31, ACTIVE", "60, 60, ACTIVE", "61, 61, DORMANT",
        "180, 180, DORMANT", "181, 181, CHURNED", "400, 20, ACTIVE", "400, 61, DORMANT", "30, 0, NEW"
    })
    void shouldKeepEachLimitInclusive(int daysSinceFirst, int daysSinceLast, LifecycleState expected) {
        LocalDate asOf = FIRST.plusDays(daysSinceFirst);

        LifecycleState state = RULE.stateOn(asOf, FIRST, asOf.minusDays(daysSinceLast));

        assertThat(state).isEqualTo(expected);
    }

    @Test
    void shouldReachEveryStateAsTimePassesWithoutOrders() {
        Set<LifecycleState> reached = EnumSet.noneOf(LifecycleState.class);
        LifecycleState before = LifecycleState.NEW;
        for (int day = 0; day <= 365; day++) {
            LifecycleState state = RULE.stateOn(FIRST.plusDays(day), FIRST, FIRST);
            assertThat(state.ordinal())
                    .as("no way back without an order")
                    .isEqualTo(Math.max(before.ordinal(), state.ordinal()));
            before = state;
            reached.add(state);
        }
        assertThat(reached).isEqualTo(EnumSet.allOf(LifecycleState.class));
    }

    /** Stock at the end = stock at the start + who entered − who left, for every state and every pair of days. */
    @Test
    void R04_shouldBalanceTheFlowsBetweenTwoDates() {
        Random random = new Random(4);
        for (int round = 0; round < 200; round++) {
            List<List<LocalDate>> members = members(random);
            LocalDate start = FIRST.plusDays(random.nextInt(400));
            LocalDate end = start.plusDays(random.nextInt(300));
            for (LifecycleState state : LifecycleState.values()) {
                long entered = members.stream()
                        .filter(days -> !isIn(state, days, start) && isIn(state, days, end))
                        .count();
                long left = members.stream()
                        .filter(days -> isIn(state, days, start) && !isIn(state, days, end))
                        .count();
                assertThat(stock(state, members, start) + entered - left).isEqualTo(stock(state, members, end));
            }
            assertThat(Arrays.stream(LifecycleState.values())
                            .mapToLong(state -> stock(state, members, end))
                            .sum())
                    .as("every member with an order is in exactly one state")
                    .isEqualTo(members.stream()
                            .filter(days -> !days.getFirst().isAfter(end))
                            .count());
        }
    }

    @Test
    void shouldRefuseLimitsThatDoNotRise() {
        assertThatThrownBy(() -> new LifecycleRule(61, 60, 180)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LifecycleRule(30, 180, 180)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LifecycleRule(-1, 60, 180)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<List<LocalDate>> members(Random random) {
        List<List<LocalDate>> members = new ArrayList<>();
        for (int member = 0; member < 40; member++) {
            members.add(random.ints(1 + random.nextInt(6), 0, 700)
                    .mapToObj(FIRST::plusDays)
                    .sorted()
                    .toList());
        }
        return members;
    }

    private static long stock(LifecycleState state, List<List<LocalDate>> members, LocalDate day) {
        return members.stream().filter(days -> isIn(state, days, day)).count();
    }

    private static boolean isIn(LifecycleState state, List<LocalDate> days, LocalDate asOf) {
        Optional<LocalDate> last =
                days.stream().filter(day -> !day.isAfter(asOf)).reduce((earlier, later) -> later);
        return last.isPresent() && RULE.stateOn(asOf, days.getFirst(), last.get()) == state;
    }
}
