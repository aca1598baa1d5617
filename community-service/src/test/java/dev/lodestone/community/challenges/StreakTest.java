package dev.lodestone.community.challenges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreakTest {
    private static final Instant NOW = Instant.parse("2026-03-08T09:00:00Z");
    private static final LocalDate SUNDAY = LocalDate.parse("2026-03-08");

    @Test
    void shouldStartAtOne() {
        Optional<CheckIn> first = new Streak(null).checkIn(SUNDAY, NOW);

        assertThat(first).contains(new CheckIn(SUNDAY, 1, NOW));
    }

    @Test
    void shouldGrowByOneOnTheDayAfter() {
        assertThat(checkIn(streak(SUNDAY, 4), SUNDAY.plusDays(1)).streakDays()).isEqualTo(5);
    }

    @Test
    void shouldStartAgainAfterAMissedDay() {
        assertThat(checkIn(streak(SUNDAY, 4), SUNDAY.plusDays(2)).streakDays()).isOne();
    }

    @Test
    void shouldNotCountADayTwice() {
        assertThat(streak(SUNDAY, 4).checkIn(SUNDAY, NOW)).isEmpty();
    }

    @Test
    void shouldNotCountADayBeforeTheNewestCheckIn() {
        assertThat(streak(SUNDAY, 4).checkIn(SUNDAY.minusDays(1), NOW)).isEmpty();
        assertThat(streak(SUNDAY, 4).checkedInOn(SUNDAY.minusDays(1))).isTrue();
    }

    @Test
    void shouldStayOnTheNextDayAndThenShowZero() {
        Streak streak = streak(SUNDAY, 4);

        assertThat(streak.daysOn(SUNDAY)).isEqualTo(4);
        assertThat(streak.daysOn(SUNDAY.plusDays(1))).isEqualTo(4);
        assertThat(streak.checkedInOn(SUNDAY.plusDays(1))).isFalse();
        assertThat(streak.daysOn(SUNDAY.plusDays(2))).isZero();
    }

    @Test
    void shouldBeZeroForAMemberWhoNeverCheckedIn() {
        assertThat(StreakView.of(new Streak(null), SUNDAY)).isEqualTo(new StreakView(false, 0, null));
    }

    /** Compares every subset of ten days with a direct count of the days in a row. */
    @Test
    void shouldEqualADirectCountOfTheDaysInARow() {
        for (int days = 0; days < 1024; days++) {
            Streak streak = new Streak(null);
            int inARow = 0;
            for (int day = 0; day < 10; day++) {
                boolean checksIn = (days & (1 << day)) != 0;
                inARow = checksIn ? inARow + 1 : 0;
                LocalDate today = SUNDAY.plusDays(day);
                if (checksIn) {
                    streak = new Streak(checkIn(streak, today));
                    assertThat(streak.daysOn(today)).isEqualTo(inARow);
                }
            }
        }
    }

    private static Streak streak(LocalDate lastDay, int days) {
        return new Streak(new CheckIn(lastDay, days, NOW));
    }

    private static CheckIn checkIn(Streak streak, LocalDate today) {
        return streak.checkIn(today, NOW).orElseThrow();
    }
}
