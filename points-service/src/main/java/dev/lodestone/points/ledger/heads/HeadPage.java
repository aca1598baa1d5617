package dev.lodestone.points.ledger.heads;

import java.util.List;

/**
 * Consecutive heads, newest first.
 *
 * @param lines the stored lines: JSON of a {@link PublishedHead}, or any other text that was written instead
 * @param before the end of the next page; 0 if this is the oldest page
 */
public record HeadPage(List<String> lines, long before) {
    /** The page of an empty source. */
    static final HeadPage NONE = new HeadPage(List.of(), 0);

    public HeadPage {
        lines = List.copyOf(lines);
    }
}
