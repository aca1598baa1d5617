package dev.lodestone.points.ledger.checks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page of a stage came to.
 *
 * @param next where the next page begins; {@code null}: the stage is done
 */
public record Page(@Nullable String next, List<Finding> findings, Counts counts) {
    /** How much was looked at. */
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
