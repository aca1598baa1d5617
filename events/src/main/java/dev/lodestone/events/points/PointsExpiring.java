package dev.lodestone.events.points;

import dev.lodestone.events.Require;
import java.time.Instant;

/**
 * Points of a member will lapse soon; told once for a member, asset and instant. The event's time is when that was noticed.
 *
 * @param asset what will lapse, such as {@code POINTS}
 * @param amount whole units that lapse unless they are spent before
 * @param expiresAt when
 */
public record PointsExpiring(String asset, long amount, Instant expiresAt) implements PointsFact {
    public PointsExpiring {
        Require.text(asset, 20, "asset");
        Require.between(amount, 1, Long.MAX_VALUE, "amount");
        Require.present(expiresAt, "expiresAt");
    }
}
