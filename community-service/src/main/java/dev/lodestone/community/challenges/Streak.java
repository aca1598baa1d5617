package dev.lodestone.community.challenges;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days in a row on which a member checked in.
 *
 * <p>A day that is not after the day of the newest check-in counts as checked in. Otherwise a member who travels west, or whose zone is
 * corrected, could check in twice for the same local day.
 *
 * @param last the newest check-in; null before the first
 */
record Streak(@Nullable CheckIn last) {

    /** The check-in to record for {@code today}; empty if the member has already checked in. */
    Optional<CheckIn> checkIn(LocalDate today, Instant now) {
        return checkedInOn(today) ? Optional.empty() : Optional.of(new CheckIn(today, daysOn(today) + 1, now));
    }

    boolean checkedInOn(LocalDate today) {
        return last != null && !today.isAfter(last.localDate());
    }

    /** The number of days in a row as of {@code today}. It stays on the day after the newest check-in and is 0 from then on. */
    int daysOn(LocalDate today) {
        return last == null || today.isAfter(last.localDate().plusDays(1)) ? 0 : last.streakDays();
    }

    @Nullable LocalDate lastDay() {
        return last == null ? null : last.localDate();
    }
}
