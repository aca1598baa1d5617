package dev.lodestone.points.ledger.statement;

import org.jspecify.annotations.Nullable;

/**
 * The start of a page of a statement.
 *
 * @param before the page contains postings with smaller numbers only
 * @param through number of the account's latest posting when the first page was read. Later postings, even into the same period, do not
 *     change the figures of the next pages
 */
record StatementCursor(long before, long through) {
    static final String FORM = "[1-9][0-9]{0,17}\\.[1-9][0-9]{0,17}";

    private static final StatementCursor START = new StatementCursor(Long.MAX_VALUE, Long.MAX_VALUE);

    /** Parses {@code text}, which must match {@link #FORM}; {@code null} is the first page. */
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
