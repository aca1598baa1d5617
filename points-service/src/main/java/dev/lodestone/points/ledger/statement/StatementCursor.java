package dev.lodestone.points.ledger.statement;

import org.jspecify.annotations.Nullable;

/**
 * Where a page of a statement begins.
 *
 * @param before the page holds postings with smaller numbers
 * @param through number of the account's latest posting when the first page was read: what is booked meanwhile, maybe into the same
 *     period, changes no figure of the pages that follow
 */
record StatementCursor(long before, long through) {
    static final String FORM = "[1-9][0-9]{0,17}\\.[1-9][0-9]{0,17}";

    private static final StatementCursor START = new StatementCursor(Long.MAX_VALUE, Long.MAX_VALUE);

    /** The cursor of {@code text}, which is of {@link #FORM}, or the first page's. */
    static StatementCursor parse(@Nullable String text) {
        if (text == null) {
            return START;
        }
        int dot = text.indexOf('.');
        return new StatementCursor(Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
    }

    @Override
    public String toString() {
        return before + "." + through;
    }
}
