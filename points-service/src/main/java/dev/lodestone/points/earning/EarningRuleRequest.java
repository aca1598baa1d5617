package dev.lodestone.points.earning;

import dev.lodestone.events.EventType;
import dev.lodestone.platform.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A rule as an operator drafts it.
 *
 * @param factType CloudEvents type of the facts that it pays for
 * @param award how it pays
 * @param points PER_AMOUNT and FIXED: what it pays; AS_OFFERED: the most it pays
 * @param perAmountMinor PER_AMOUNT only: for how much money, in the currency's minor unit
 * @param currency PER_AMOUNT only: ISO 4217 code
 * @param expiryDays how long after earning the points lapse; left out: never
 */
public record EarningRuleRequest(
        @NotNull String factType,
        @NotNull AwardKind award,
        @NotNull @Min(1) @Max(1_000_000) Long points,
        @Min(1) @Nullable Long perAmountMinor,
        @Pattern(regexp = "[A-Z]{3}") @Nullable String currency,
        @Min(1) @Max(36_500) @Nullable Integer expiryDays) {

    /** Checks what no single field can tell. */
    void check() {
        if (!EventType.ofType(factType).filter(award::paysFor).isPresent()) {
            throw invalid(award + " cannot pay for factType " + factType + "; it pays for " + award.payableTypes());
        }
        boolean perAmount = award == AwardKind.PER_AMOUNT;
        if (perAmount != (perAmountMinor != null) || perAmount != (currency != null)) {
            throw invalid("perAmountMinor and currency belong to PER_AMOUNT, both of them, and to nothing else");
        }
        if (currency != null
                && Currency.getAvailableCurrencies().stream()
                        .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            throw invalid("currency must be an ISO 4217 code such as CNY, but was " + currency);
        }
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(EarningProblems.INVALID_RULE, detail);
    }
}
