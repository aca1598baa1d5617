package dev.lodestone.points.ledger.history;

/**
 * The totals of a statement. They count postings up to number {@code through} only.
 *
 * @param opening balance before the period
 * @param closing balance after the period
 * @param pageClosing balance after the newest line of the page: {@code opening} plus all lines of the period up to that line
 */
public record StatementFigures(long through, long opening, long closing, long pageClosing) {}
