package dev.lodestone.points.ledger.history;

import dev.lodestone.events.MemberId;
import dev.lodestone.points.ledger.account.Asset;

/**
 * The postings that a page of a statement is taken from.
 *
 * @param edge number of the posting at which the page begins, itself not included
 * @param through number of the last posting that counts
 */
public record StatementRange(MemberId member, Asset asset, Period period, long edge, long through) {
    /** The direction in which a page goes on from its edge. */
    public enum Order {
        /** From the edge to smaller numbers. */
        NEWEST_FIRST,
        /** From the edge to greater numbers. */
        OLDEST_FIRST
    }

    /** The same range, in which postings up to number {@code last} count. */
    public StatementRange through(long last) {
        return new StatementRange(member, asset, period, edge, last);
    }
}
