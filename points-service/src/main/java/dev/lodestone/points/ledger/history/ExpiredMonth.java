package dev.lodestone.points.ledger.history;

/**
 * The units that expired in a month (UTC), less the expired units that became available again.
 *
 * {@snippet lang=json :
 * {"month": "2026-11", "points": 18250}
 * }
 *
 * @param month such as {@code 2026-11}
 */
public record ExpiredMonth(String month, long points) {}
