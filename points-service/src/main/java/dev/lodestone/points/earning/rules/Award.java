package dev.lodestone.points.earning.rules;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.lodestone.events.EventType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** What a rule pays, in whole units of its asset. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Award.Fixed.class, name = "FIXED"),
    @JsonSubTypes.Type(value = Award.PerAmount.class, name = "PER_AMOUNT"),
    @JsonSubTypes.Type(value = Award.PerItem.class, name = "PER_ITEM"),
    @JsonSubTypes.Type(value = Award.Multiplier.class, name = "MULTIPLIER"),
    @JsonSubTypes.Type(value = Award.AsOffered.class, name = "AS_OFFERED")
})
public sealed interface Award {
    /** {@code points} for each fact. */
    @RegisterForReflection
    record Fixed(long points) implements Award {}

    /** {@code points} for every {@code perAmountMinor} of an order's total in {@code currency}; parts count in proportion. */
    @RegisterForReflection
    record PerAmount(long points, long perAmountMinor, String currency) implements Award {}

    /** {@code points} for each piece of an order whose code is among {@code skus}; of every piece if there are none. */
    @RegisterForReflection
    record PerItem(long points, List<String> skus) implements Award {
        public PerItem {
            skus = skus == null ? List.of() : List.copyOf(skus);
        }
    }

    /**
     * Raises what the other rules pay for the same fact in the same asset to {@code permille} thousandths: 1500 pays half as much again. It
     * comes after all of them.
     */
    @RegisterForReflection
    record Multiplier(long permille) implements Award {}

    /** What an accepted offer promised, at most {@code pointsMax}. */
    @RegisterForReflection
    record AsOffered(long pointsMax) implements Award {}

    long POINTS_MAX = 1_000_000;

    /** Checks the numbers, and that facts of {@code type} have what this pays for. */
    default void check(EventType type) {
        switch (this) {
            case Fixed fixed -> within(fixed.points(), 1, POINTS_MAX, "points");
            case PerAmount perAmount -> {
                only(type, Set.of(EventType.ORDER_COMPLETED));
                within(perAmount.points(), 1, POINTS_MAX, "points");
                within(perAmount.perAmountMinor(), 1, Long.MAX_VALUE, "perAmountMinor");
                known(perAmount.currency());
            }
            case PerItem perItem -> {
                only(type, Set.of(EventType.ORDER_COMPLETED));
                within(perItem.points(), 1, POINTS_MAX, "points");
                within(perItem.skus().size(), 0, 1_000, "the number of skus");
            }
            case Multiplier multiplier -> within(multiplier.permille(), 1_001, 100_000, "permille");
            case AsOffered offered -> {
                only(type, Set.of(EventType.OFFER_ACCEPTED));
                within(offered.pointsMax(), 1, POINTS_MAX, "pointsMax");
            }
        }
    }

    private static void within(long value, long min, long max, String name) {
        if (value < min || value > max) {
            throw RuleProblems.invalid(
                    "award: " + name + " must be between " + min + " and " + max + ", but was " + value);
        }
    }

    private static void only(EventType type, Set<EventType> payable) {
        if (!payable.contains(type)) {
            throw RuleProblems.invalid("award: this kind pays for "
                    + payable.stream().map(EventType::type).toList() + " only, not for " + type.type());
        }
    }

    private static void known(String currency) {
        boolean known = currency != null
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(one -> one.getCurrencyCode().equals(currency));
        if (!known) {
            throw RuleProblems.invalid("award: currency must be an ISO 4217 code such as CNY, but was " + currency);
        }
    }
}
