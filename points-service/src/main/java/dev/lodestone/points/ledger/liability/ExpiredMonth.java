package dev.lodestone.points.ledger.liability;

/**
 * What lapsed in a month, by UTC, less what was reopened for it.
 *
 * @param month such as {@code 2026-11}
 */
public record ExpiredMonth(String month, long points) {}
