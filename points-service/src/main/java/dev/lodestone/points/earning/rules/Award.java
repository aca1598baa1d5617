package dev.lodestone.points.earning.rules;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.lodestone.events.EventType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** The award of a rule, in whole units of its asset. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Award.Fixed.class, name = "FIXED"),
    @JsonSubTypes.Type(value = Award.PerAmount.class, name = "PER_AMOUNT"),
    @JsonSubTypes.Type(value = Award.PerItem.class, name = "PER_ITEM"),
    @JsonSubTypes.Type(value = Award.Multiplier.class, name = "MULTIPLIER"),
    @JsonSubTypes.Type(value = Award.AsOffered.class, name = "AS_OFFERED")
})
public sealed interface Award {
    /** {@code points} for each event. */
    @RegisterForReflection
    record Fixed(long points) implements Award {}

    /** {@code points} for each {@code perAmountMinor} of an order's total in {@code currency}, proportionally for a part of it. */
    @RegisterForReflection
    record PerAmount(long points, long perAmountMinor, String currency) implements Award {}

    /** {@code points} for each unit of an item whose code is in {@code skus}; for each unit of every item if {@code skus} is empty. */
    @RegisterForReflection
    record PerItem(long points, List<String> skus) implements Award {
        public PerItem {
            skus = skus == null ? List.of() : List.copyOf(skus);
        }
    }

    /**
     * Multiplies the points of the other rules for the same event and asset by {@code permille} / 1000: 1500 adds half. It is evaluated
     * after all other rules.
     */
    @RegisterForReflection
    record Multiplier(long permille) implements Award {}

    /** The bonus of an accepted offer, at most {@code pointsMax}. */
    @RegisterForReflection
    record AsOffered(long pointsMax) implements Award {}

    long POINTS_MAX = 1_000_000;

    /** Checks the values, and that the award can pay for events of {@code type}. */
    default void check(EventType type) {
        switch (this) {
            case Fixed fixed -> checkRange(fixed.points(), 1, POINTS_MAX, "points");
            case PerAmount perAmount -> {
                checkType(type, Set.of(EventType.ORDER_COMPLETED));
                checkRange(perAmount.points(), 1, POINTS_MAX, "points");
                checkRange(perAmount.perAmountMinor(), 1, Long.MAX_VALUE, "perAmountMinor");
                checkCurrency(perAmount.currency());
            }
            case PerItem perItem -> {
                checkType(type, Set.of(EventType.ORDER_COMPLETED));
                checkRange(perItem.points(), 1, POINTS_MAX, "points");
                checkRange(perItem.skus().size(), 0, 1_000, "the number of skus");
            }
            case Multiplier multiplier -> checkRange(multiplier.permille(), 1_001, 100_000, "permille");
            case AsOffered offered -> {
                checkType(type, Set.of(EventType.OFFER_ACCEPTED));
                checkRange(offered.pointsMax(), 1, POINTS_MAX, "pointsMax");
            }
        }
    }

    private static void checkRange(long value, long min, long max, String name) {
        if (value < min || value > max) {
            throw RuleProblems.invalid(
                    "award: " + name + " must be between " + min + " and " + max + ", but was " + value);
        }
    }

    private static void checkType(EventType type, Set<EventType> payable) {
        if (!payable.contains(type)) {
            throw RuleProblems.invalid("award: this kind pays for "
                    + payable.stream().map(EventType::type).toList() + " only, not for " + type.type());
        }
    }

    private static void checkCurrency(String currency) {
        boolean known = currency != null
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(one -> one.getCurrencyCode().equals(currency));
        if (!known) {
            throw RuleProblems.invalid("award: currency must be an ISO 4217 code such as CNY, but was " + currency);
        }
    }
}
