package dev.lodestone.points.ledger.limits;

import dev.lodestone.points.ledger.account.Asset;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody wants to move by hand.
 *
 * @param amount whole units, positive
 * @param content the whole request, kept as JSON where it becomes a proposal
 */
public record Movement(Kind kind, Asset asset, long amount, Object content) {
    /** What may become a proposal. */
    public enum Kind {
        POSTING,
        REVERSAL,
        HOLD;

        /** The names of all. */
        public static final Set<String> NAMES =
                Arrays.stream(values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
    }
}
