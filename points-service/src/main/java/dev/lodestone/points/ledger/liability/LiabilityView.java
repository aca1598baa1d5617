package dev.lodestone.points.ledger.liability;

import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.history.Cohort;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The outstanding units at an instant and their expected cost.
 *
 * {@snippet lang=json :
 * {
 *   "at": "2026-03-01T23:59:59.999999Z", "asset": "POINTS", "currency": "CNY", "costPer1000Minor": 1000, "breakagePpm": 150000,
 *   "outstanding": 500100, "available": 480000, "pending": 20000, "held": 100, "liabilityMinor": 425085,
 *   "items": [{"cohort": "2026-02", "expiryMonth": "2027-02", "outstanding": 500100, "breakagePpm": 150000,
 *     "costPer1000Minor": 1000, "liabilityMinor": 425085}],
 *   "observed": {"breakagePpm": 141000, "cohorts": [{"cohort": "2025-01", "issued": 100000, "expired": 14100, "breakagePpm": 141000}]}
 * }
 * }
 *
 * @param at counts everything that happened until then. A future time also counts items that become due by then
 * @param outstanding {@code available} plus {@code pending} plus {@code held}, in whole units
 * @param liabilityMinor outstanding × cost × (1 − breakage), rounded up once
 * @param items add up exactly to the totals, by cumulative rounding
 * @param observed the observed breakage of completed cohorts, to compare with the assumed one
 */
public record LiabilityView(
        Instant at,
        Asset asset,
        String currency,
        long costPer1000Minor,
        int breakagePpm,
        long outstanding,
        long available,
        long pending,
        long held,
        long liabilityMinor,
        List<Item> items,
        Observed observed) {
    /** Months are in UTC. */
    public record Item(
            @Nullable String cohort,
            @Nullable String expiryMonth,
            long outstanding,
            int breakagePpm,
            long costPer1000Minor,
            long liabilityMinor) {}

    /** {@code breakagePpm} is {@code null} while no cohort is complete. */
    public record Observed(@Nullable Long breakagePpm, List<ObservedCohort> cohorts) {}

    /** {@code breakagePpm}: expired units in parts per million of the issued units, rounded down. */
    public record ObservedCohort(String cohort, long issued, long expired, long breakagePpm) {}

    static LiabilityView of(Instant at, Asset asset, String currency, Valuation valuation, List<Cohort> cohorts) {
        long outstanding = sum(cohorts, Cohort::outstanding);
        return new LiabilityView(
                at,
                asset,
                currency,
                valuation.costPer1000Minor(),
                valuation.breakagePpm(),
                outstanding,
                sum(cohorts, Cohort::available),
                sum(cohorts, Cohort::pending),
                sum(cohorts, Cohort::held),
                valuation.liability(outstanding),
                items(valuation, cohorts),
                observed(at, cohorts));
    }

    private static List<Item> items(Valuation valuation, List<Cohort> cohorts) {
        List<Cohort> open =
                cohorts.stream().filter(cohort -> cohort.outstanding() != 0).toList();
        List<Long> liabilities =
                valuation.parts(open.stream().map(Cohort::outstanding).toList());
        List<Item> items = new ArrayList<>(open.size());
        for (int i = 0; i < open.size(); i++) {
            Cohort cohort = open.get(i);
            items.add(new Item(
                    text(cohort.earned()),
                    text(cohort.expires()),
                    cohort.outstanding(),
                    valuation.breakagePpm(),
                    valuation.costPer1000Minor(),
                    liabilities.get(i)));
        }
        return items;
    }

    private static Observed observed(Instant at, List<Cohort> cohorts) {
        Map<YearMonth, List<Cohort>> byMonth = cohorts.stream()
                .filter(cohort -> cohort.earned() != null)
                .collect(Collectors.groupingBy(Cohort::earned, TreeMap::new, Collectors.toList()));
        List<ObservedCohort> mature = byMonth.entrySet().stream()
                .filter(month -> month.getValue().stream().allMatch(cohort -> cohort.isMature(at)))
                .map(month -> observed(month.getKey(), month.getValue()))
                .toList();
        long issued = mature.stream().mapToLong(ObservedCohort::issued).sum();
        long expired = mature.stream().mapToLong(ObservedCohort::expired).sum();
        return new Observed(issued == 0 ? null : share(expired, issued), mature);
    }

    private static ObservedCohort observed(YearMonth month, List<Cohort> cohorts) {
        long issued = sum(cohorts, Cohort::issued);
        long expired = sum(cohorts, Cohort::expired);
        return new ObservedCohort(month.toString(), issued, expired, share(expired, issued));
    }

    /** {@code part} in parts per million of {@code whole}, rounded down. */
    private static long share(long part, long whole) {
        return Math.floorDiv(Math.multiplyExact(part, 1_000_000L), whole);
    }

    private static long sum(List<Cohort> cohorts, ToLongFunction<Cohort> figure) {
        return cohorts.stream().mapToLong(figure).reduce(0, Math::addExact);
    }

    private static @Nullable String text(@Nullable YearMonth month) {
        return month == null ? null : month.toString();
    }
}
