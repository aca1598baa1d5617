package dev.lodestone.points.ledger.history;

/**
 * The totals of the whole ledger.
 *
 * {@snippet lang=json :
 * {
 *   "members": 1200, "postings": 48210, "issued": 912400, "clawedBack": 10200, "redeemed": 402100, "imbalance": 0
 * }
 * }
 *
 * @param members accounts with at least one posting
 * @param imbalance the sum over all accounts; 0 unless the ledger is damaged
 */
public record LedgerSummaryView(
        long members, long postings, long issued, long clawedBack, long redeemed, long imbalance) {}
