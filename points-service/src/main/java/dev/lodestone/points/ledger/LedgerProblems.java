package dev.lodestone.points.ledger;

import dev.lodestone.platform.problem.ProblemType;

/** What the ledger refuses. */
enum LedgerProblems implements ProblemType {
    INSUFFICIENT_POINTS("insufficient-points", 409, "The balance is too low");

    private final String slug;
    private final int status;
    private final String title;

    LedgerProblems(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
