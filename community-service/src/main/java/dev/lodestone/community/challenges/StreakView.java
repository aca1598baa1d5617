package dev.lodestone.community.challenges;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member's streak as of today.
 *
 * {@snippet lang=json :
 * {"checkedInToday": true, "streakDays": 4, "lastDay": "2026-03-01"}
 * }
 *
 * @param streakDays days in a row up to today or yesterday; 0 if the streak is broken
 * @param lastDay local day of the newest check-in; null before the first
 */
record StreakView(
        boolean checkedInToday, int streakDays, @Nullable LocalDate lastDay) {
    static StreakView of(Streak streak, LocalDate today) {
        return new StreakView(streak.checkedInOn(today), streak.daysOn(today), streak.lastDay());
    }
}
