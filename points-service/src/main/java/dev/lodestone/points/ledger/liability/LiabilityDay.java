package dev.lodestone.points.ledger.liability;

import dev.lodestone.points.ledger.history.LedgerHistoryService.ProgramTotals;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The totals of an asset on a day, with the valuation of that day.
 *
 * @param day in UTC
 * @param takenAt the last time on that day at which the figures were taken
 */
record LiabilityDay(LocalDate day, Instant takenAt, ProgramTotals totals, String currency, Valuation valuation) {}
