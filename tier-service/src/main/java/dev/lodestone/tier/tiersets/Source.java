package dev.lodestone.tier.tiersets;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;

/**
 * Where growth of a criterion comes from.
 *
 * @param kind which facts
 * @param growth for each unit: a whole major unit of currency, an order or a point; at least 1
 * @param leastMinor an order brings growth only if the brand keeps at least this of it, in the minor unit of its currency
 */
@RegisterForReflection
public record Source(@NotNull Kind kind, long growth, long leastMinor) {
    /** Which facts bring growth. */
    public enum Kind {
        /** What was paid for orders and not refunded, by whole major units of the currency of each order. */
        SPEND,
        /** Orders that were not cancelled. */
        ORDERS,
        /** Points earned for other things than orders and recall offers. */
        ACTIVITY
    }

    /** Growth of one for each unit. */
    public static Source of(Kind kind) {
        return new Source(kind, 1, 0);
    }
}
