package dev.lodestone.points.ledger.liability;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The totals of the whole ledger on a day, in whole units, since the ledger began.
 *
 * {@snippet lang=json :
 * {
 *   "day": "2026-11-28", "takenAt": "2026-11-28T23:59:12Z", "issued": 912400, "clawedBack": 10200, "redeemed": 402100, "returned": 300,
 *   "expired": 18250, "outstanding": 482150, "currency": "CNY", "costPer1000Minor": 1000, "breakagePpm": 150000, "liabilityMinor": 409828
 * }
 * }
 *
 * @param day in UTC, of the time of booking
 * @param takenAt the figures are those of that time; now for today
 * @param issued granted by rules and by hand
 * @param clawedBack withdrawn by refunds, cancellations and reversals
 * @param redeemed spent by members
 * @param returned spent and put back
 * @param expired expired, less what was reinstated
 * @param outstanding available, pending and held units: {@code issued} − {@code clawedBack} − {@code redeemed} + {@code returned} −
 *     {@code expired}
 * @param liabilityMinor {@code outstanding} × cost × (1 − breakage), rounded up once, by the valuation of that day
 */
public record LiabilityDayView(
        LocalDate day,
        Instant takenAt,
        long issued,
        long clawedBack,
        long redeemed,
        long returned,
        long expired,
        long outstanding,
        String currency,
        long costPer1000Minor,
        int breakagePpm,
        long liabilityMinor) {
    static LiabilityDayView of(LiabilityDay day) {
        long outstanding = day.totals().outstanding();
        return new LiabilityDayView(
                day.day(),
                day.takenAt(),
                day.totals().issued(),
                day.totals().clawedBack(),
                day.totals().redeemed(),
                day.totals().returned(),
                day.totals().expired(),
                outstanding,
                day.currency(),
                day.valuation().costPer1000Minor(),
                day.valuation().breakagePpm(),
                day.valuation().liability(outstanding));
    }
}
