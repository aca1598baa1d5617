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
 * @param byBlock its postings by block number
 * @param next the account version after which the next document starts; {@code null} if this one contains all sealed postings
 * @param unsealed the number of following postings that are read but not sealed yet
 */
record StatementPage(
        NavigableMap<Long, List<SealedPosting>> byBlock,
        @Nullable Long next,
        int unsealed) {
    /**
     * Selects consecutive postings while they are sealed and within the limits.
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
