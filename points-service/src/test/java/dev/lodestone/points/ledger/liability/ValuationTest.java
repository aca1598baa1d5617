package dev.lodestone.points.ledger.liability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ValuationTest {
    private static final long BILLION = 1_000_000_000L;

    @Test
    void P12_shouldRoundTheLiabilityUpToWholeMinorUnits() {
        // 999 points at 7.35 for a thousand, of which 12.5 % will expire: 999 × 0.735 × 0.875 = 642.48…
        assertThat(new Valuation(735, 125_000).liability(999)).isEqualTo(643);
        assertThat(new Valuation(1, 0).liability(1)).isEqualTo(1);
        assertThat(new Valuation(1, 1_000_000).liability(1)).isEqualTo(0);
        assertThat(new Valuation(735, 125_000).liability(0)).isEqualTo(0);
        assertThat(new Valuation(735, 125_000).liability(-999)).isEqualTo(-642);
        assertThat(new Valuation(1_000, 0).liability(9_000_000_000_000_000L)).isEqualTo(9_000_000_000_000_000L);
    }

    @Test
    void P12_shouldRefuseInvalidSharesAndCosts() {
        assertThatThrownBy(() -> new Valuation(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Valuation(1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Valuation(1, 1_000_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void P12_shouldSplitTheLiabilityByCumulativeRoundingSoThatTheCohortsAddUp(
            @ForAll @Size(max = 30) List<@LongRange(min = -10_000, max = BILLION) Long> outstanding,
            @ForAll @LongRange(max = 100_000) long cost,
            @ForAll @IntRange(max = 1_000_000) int breakagePpm) {
        Valuation valuation = new Valuation(cost, breakagePpm);

        List<Long> parts = valuation.parts(outstanding);

        assertThat(parts.stream().mapToLong(Long::longValue).sum())
                .isEqualTo(valuation.liability(
                        outstanding.stream().mapToLong(Long::longValue).sum()));
        for (int i = 0; i < parts.size(); i++) {
            double exact = (double) outstanding.get(i) * cost * (1_000_000 - breakagePpm) / BILLION;
            assertThat(Math.abs(parts.get(i) - exact)).isLessThanOrEqualTo(1 + 1e-6 * Math.abs(exact));
        }
    }
}
