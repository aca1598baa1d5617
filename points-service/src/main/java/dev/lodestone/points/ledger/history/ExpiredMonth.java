package dev.lodestone.points.ledger.history;

/**
 * The units that expired in a month (UTC), less the expired units that became available again.
 *
 * @param month such as {@code 2026-11}
 */
public record ExpiredMonth(String month, long points) {}
