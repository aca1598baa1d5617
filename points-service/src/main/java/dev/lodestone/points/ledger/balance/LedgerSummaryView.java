package dev.lodestone.points.ledger.balance;

/**
 * The whole book in figures.
 *
 * @param members accounts with at least one posting
 * @param imbalance the sum over all accounts, 0 unless the book is broken
 */
public record LedgerSummaryView(
        long members, long postings, long issued, long takenBack, long redeemed, long imbalance) {}
