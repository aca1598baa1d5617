package dev.lodestone.community.challenges;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a member's streak stands now.
 *
 * @param streakDays days in a row up to today or yesterday; 0 when broken
 * @param lastDay the newest day checked in for, if there ever was one
 */
record StreakView(
        boolean checkedInToday, int streakDays, @Nullable LocalDate lastDay) {
    static StreakView of(Streak streak, LocalDate today) {
        return new StreakView(streak.checkedInOn(today), streak.daysOn(today), streak.lastDay());
    }
}
