package dev.lodestone.points.ledger.statement;

/**
 * What a statement adds up to, counting postings up to number {@code through} only.
 *
 * @param opening before the period
 * @param closing after the period
 * @param pageClosing after the newest line of the page: {@code opening} and the lines of the period older than the page's beginning
 */
record StatementFigures(long through, long opening, long closing, long pageClosing) {}
