package dev.lodestone.events.community;

import dev.lodestone.events.Require;
import java.time.LocalDate;

/**
 * A member checked in, once for a local day.
 *
 * @param localDate the day in the member's zone
 * @param streakDays how many days in a row, this one included
 */
public record CheckedIn(LocalDate localDate, int streakDays) implements CommunityFact {
    public CheckedIn {
        Require.present(localDate, "localDate");
        Require.between(streakDays, 1, 100_000, "streakDays");
    }
}
