package dev.lodestone.events.tiers;

import dev.lodestone.events.Require;

/**
 * What one criterion lacks to keep a level.
 *
 * @param criterion code of the criterion
 * @param growth the growth that will count when the level is lost, in whole units
 * @param threshold the growth that would keep the level
 */
public record Shortfall(String criterion, long growth, long threshold) {
    public Shortfall {
        Require.text(criterion, 50, "criterion");
        Require.between(threshold, 0, Long.MAX_VALUE, "threshold");
    }
}
