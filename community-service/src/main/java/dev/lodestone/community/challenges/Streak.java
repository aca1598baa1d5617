package dev.lodestone.community.challenges;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days in a row on which a member checked in, as its last day tells.
 *
 * <p>A day that is not after the last one counts as checked in: a member who travelled west, or whose zone was corrected, lives through a
 * day that the book has passed and earns nothing twice by it.
 *
 * @param last the newest check-in, if there ever was one
 */
record Streak(@Nullable CheckIn last) {

    /** The check-in to be written for {@code today}; empty if the member has checked in for it. */
    Optional<CheckIn> checkIn(LocalDate today, Instant now) {
        return checkedInOn(today) ? Optional.empty() : Optional.of(new CheckIn(today, daysOn(today) + 1, now));
    }

    boolean checkedInOn(LocalDate today) {
        return last != null && !today.isAfter(last.localDate());
    }

    /** Days in a row as they stand on {@code today}: a streak lives on through the day after its last, then it is 0. */
    int daysOn(LocalDate today) {
        return last == null || today.isAfter(last.localDate().plusDays(1)) ? 0 : last.streakDays();
    }

    @Nullable LocalDate lastDay() {
        return last == null ? null : last.localDate();
    }
}
