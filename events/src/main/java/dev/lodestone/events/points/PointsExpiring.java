package dev.lodestone.events.points;

import dev.lodestone.events.Require;
import java.time.Instant;

/**
 * Points of a member will expire soon. Published once for each member, asset and time of expiry. The event's time is the time of the
 * notice.
 *
 * @param asset what will expire, such as {@code POINTS}
 * @param amount whole units that expire unless they are spent before
 * @param expiresAt when they expire
 */
public record PointsExpiring(String asset, long amount, Instant expiresAt) implements PointsFact {
    public PointsExpiring {
        Require.text(asset, 20, "asset");
        Require.between(amount, 1, Long.MAX_VALUE, "amount");
        Require.present(expiresAt, "expiresAt");
    }
}
