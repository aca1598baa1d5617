package dev.lodestone.community.challenges;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreakTest {
    private static final Instant NOW = Instant.parse("2026-03-08T09:00:00Z");
    private static final LocalDate SUNDAY = LocalDate.parse("2026-03-08");

    @Test
    void shouldBeginAtOne() {
        Optional<CheckIn> first = new Streak(null).checkIn(SUNDAY, NOW);

        assertEquals(Optional.of(new CheckIn(SUNDAY, 1, NOW)), first);
    }

    @Test
    void shouldGrowByOneOnTheDayAfter() {
        assertEquals(5, checkIn(streak(SUNDAY, 4), SUNDAY.plusDays(1)).streakDays());
    }

    @Test
    void shouldBeginAgainAfterADayWithout() {
        assertEquals(1, checkIn(streak(SUNDAY, 4), SUNDAY.plusDays(2)).streakDays());
    }

    @Test
    void shouldNotCountADayTwice() {
        assertTrue(streak(SUNDAY, 4).checkIn(SUNDAY, NOW).isEmpty());
    }

    @Test
    void shouldNotCountADayThatTheBookHasPassed() {
        assertTrue(streak(SUNDAY, 4).checkIn(SUNDAY.minusDays(1), NOW).isEmpty());
        assertTrue(streak(SUNDAY, 4).checkedInOn(SUNDAY.minusDays(1)));
    }

    @Test
    void shouldLiveOnThroughTheNextDayAndThenShowZero() {
        Streak streak = streak(SUNDAY, 4);

        assertEquals(4, streak.daysOn(SUNDAY));
        assertEquals(4, streak.daysOn(SUNDAY.plusDays(1)));
        assertFalse(streak.checkedInOn(SUNDAY.plusDays(1)));
        assertEquals(0, streak.daysOn(SUNDAY.plusDays(2)));
    }

    @Test
    void shouldShowNothingForWhoeverNeverCheckedIn() {
        assertEquals(new StreakView(false, 0, null), StreakView.of(new Streak(null), SUNDAY));
    }

    /** Every subset of ten days, against a count by hand of the days in a row. */
    @Test
    void shouldEqualACountOfTheDaysInARow() {
        for (int days = 0; days < 1024; days++) {
            Streak streak = new Streak(null);
            int inARow = 0;
            for (int day = 0; day < 10; day++) {
                boolean comes = (days & (1 << day)) != 0;
                inARow = comes ? inARow + 1 : 0;
                LocalDate today = SUNDAY.plusDays(day);
                if (comes) {
                    streak = new Streak(checkIn(streak, today));
                    assertEquals(inARow, streak.daysOn(today));
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
