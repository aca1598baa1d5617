package dev.lodestone.points.ledger.checks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a page of a stage.
 *
 * @param next position of the next page; {@code null}: the stage is complete
 */
public record Page(@Nullable String next, List<Finding> findings, Counts counts) {
    /** How many items were checked. */
    public record Counts(long blocks, long postings, long entries, long heads, long accounts) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }

    public Page {
        findings = List.copyOf(findings);
    }

    public static Page last(List<Finding> findings) {
        return new Page(null, findings, Counts.NONE);
    }
}
