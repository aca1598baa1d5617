package dev.lodestone.points.ledger.limits;

import dev.lodestone.points.ledger.account.Asset;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A movement that an actor requests by hand.
 *
 * @param amount whole units, positive
 * @param content the whole request, stored as JSON if it becomes a proposal
 */
public record Movement(Kind kind, Asset asset, long amount, Object content) {
    /** The kinds of requests that can become proposals. */
    public enum Kind {
        POSTING,
        REVERSAL,
        HOLD;

        /** The names of all kinds. */
        public static final Set<String> NAMES =
                Arrays.stream(values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }
}
