package dev.lodestone.points.ledger.liability;

import dev.lodestone.points.ledger.account.Asset;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The liability of outstanding units: units × cost × (1 − breakage).
 *
 * @param costPer1000Minor cost of a thousand units, in minor units
 * @param breakagePpm the share that is expected to expire, in parts per million
 */
record Valuation(long costPer1000Minor, int breakagePpm) {
    private static final int MILLION = 1_000_000;
    private static final BigDecimal DIVISOR = BigDecimal.valueOf(1_000L * MILLION);

    Valuation {
        if (costPer1000Minor < 0 || breakagePpm < 0 || breakagePpm > MILLION) {
            throw new IllegalArgumentException(
                    "invalid valuation: cost " + costPer1000Minor + ", breakage " + breakagePpm + " ppm");
        }
    }

    /** Points and vouchers as configured, cash at par, growth at zero since it is never spent. */
    static Valuation of(Asset asset, LiabilityConfig config) {
        return switch (asset) {
            case POINTS -> new Valuation(config.costPer1000Points(), config.breakagePpm());
            case VOUCHER -> new Valuation(config.costPer1000Vouchers(), config.breakagePpm());
            case CASH -> new Valuation(1_000, 0);
            case GROWTH -> new Valuation(0, 0);
        };
    }

    /** In minor units, rounded up so that a liability is never stated too low. */
    long liability(long outstanding) {
        BigInteger exact = BigInteger.valueOf(outstanding)
                .multiply(BigInteger.valueOf(costPer1000Minor))
                .multiply(BigInteger.valueOf(MILLION - breakagePpm));
        return new BigDecimal(exact).divide(DIVISOR, 0, RoundingMode.CEILING).longValueExact();
    }

    /**
     * Splits the {@link #liability} of the sum of {@code outstanding} by cumulative rounding: each part is the liability of the sum up to
     * it less the liability of the sum before it. So the parts add up exactly, and each is less than one minor unit from its exact value.
     */
    List<Long> parts(List<Long> outstanding) {
        List<Long> parts = new ArrayList<>(outstanding.size());
        long sum = 0;
        for (long amount : outstanding) {
            long before = liability(sum);
            sum = Math.addExact(sum, amount);
            parts.add(liability(sum) - before);
        }
        return parts;
    }
}
