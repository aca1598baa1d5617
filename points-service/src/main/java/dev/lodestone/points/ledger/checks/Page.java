package dev.lodestone.points.ledger.checks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a page of a stage.
 *
 * @param next position of the next page; {@code null}: the stage is complete
 */
public record Page(@Nullable String next, List<Finding> findings, Counts counts) {
    /**
     * How many items were checked.
     *
     * @param headsIgnored lines on topics of heads that no trusted key signed
     */
    public record Counts(long blocks, long postings, long entries, long heads, long headsIgnored, long accounts) {
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
    }

    public Page {
        findings = List.copyOf(findings);
    }

    /** The number of findings that show a change. */
    public long defects() {
        return findings.size() - unsealed();
    }

    /** The number of findings about rows that wait too long for their seal. */
    public long unsealed() {
        return findings.stream()
                .filter(finding -> finding.kind() == FindingKind.UNSEALED)
                .count();
    }

    public static Page last(List<Finding> findings) {
        return new Page(null, findings, Counts.NONE);
    }
}
