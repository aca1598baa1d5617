package dev.lodestone.points.ledger.heads;

import java.util.List;

/**
 * Heads that follow each other, the newest first.
 *
 * @param lines as they stand there: JSON of a {@link PublishedHead}, or whatever was written in its place
 * @param before where the next page ends; 0 if this is the oldest
 */
public record HeadPage(List<String> lines, long before) {
    /** What a page holds where nothing is kept. */
    static final HeadPage NONE = new HeadPage(List.of(), 0);

    public HeadPage {
        lines = List.copyOf(lines);
    }
}
