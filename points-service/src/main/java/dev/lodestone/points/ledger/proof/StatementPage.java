package dev.lodestone.points.ledger.proof;

import dev.lodestone.points.ledger.blocks.ProvablePosting;
import dev.lodestone.points.ledger.blocks.SealedPosting;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of a statement that one document proves.
 *
 * @param byBlock its postings by the numbers of their blocks
 * @param next after which account version the next document goes on, or {@code null} if all that is sealed is in here
 * @param unsealed postings that follow and are not sealed yet, as far as they were read
 */
record StatementPage(
        NavigableMap<Long, List<SealedPosting>> byBlock,
        @Nullable Long next,
        int unsealed) {
    /**
     * Takes postings without a gap, as long as they are sealed and within the bounds.
     *
     * @param lines in the order of their account versions
     */
    static StatementPage of(List<ProvablePosting> lines, int postingsMax, int blocksMax) {
        NavigableMap<Long, List<SealedPosting>> byBlock = new TreeMap<>();
        int taken = 0;
        for (ProvablePosting line : lines) {
            Long block = line.block();
            boolean fits = taken < postingsMax && (byBlock.size() < blocksMax || byBlock.containsKey(block));
            if (block == null || !fits) {
                break;
            }
            byBlock.computeIfAbsent(block, number -> new ArrayList<>()).add(line.posting());
            taken++;
        }
        boolean more = taken < lines.size() && lines.get(taken).block() != null;
        Long next = more ? lines.get(taken).posting().place().version() - 1 : null;
        return new StatementPage(byBlock, next, more ? 0 : lines.size() - taken);
    }
}
