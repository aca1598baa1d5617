package dev.lodestone.points.ledger.checks;

import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.ledger.blocks.Block;
import dev.lodestone.points.ledger.blocks.BlockService;
import dev.lodestone.points.ledger.blocks.SealedPosting;
import dev.lodestone.points.ledger.hashing.Chain;
import dev.lodestone.points.ledger.sealingkeys.SealingKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Checks the blocks of a chain and the rows in them, a few blocks at a time. Each read uses its own connection. */
@ApplicationScoped
public class BlockStageService {
    private final Transactions transactions;
    private final BlockService blocks;
    private final VerificationConfig config;

    BlockStageService(Transactions transactions, BlockService blocks, VerificationConfig config) {
        this.transactions = transactions;
        this.blocks = blocks;
        this.config = config;
    }

    /** The result of one block. */
    private record Checked(long rows, List<Finding> findings) {}

    /** The blocks of a page: {@code done} is the last checked block, {@code until} the last block to check. */
    private record Range(long done, long until) {
        static Range parse(String position) {
            String[] parts = position.split("/");
            return new Range(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        }

        @Override
        public String toString() {
            return done + "/" + until;
        }
    }

    /** The page of postings after {@code position}; {@code until} is the last block at the time of the request. */
    public Uni<Page> postings(String position, long until) {
        return page(Chain.POSTINGS, position.isEmpty() ? new Range(0, until) : Range.parse(position));
    }

    /** The page of audit entries after {@code position}. */
    public Uni<Page> entries(String position) {
        return position.isEmpty()
                ? transactions
                        .read(connection -> blocks.last(connection, Chain.AUDIT))
                        .chain(last -> page(
                                Chain.AUDIT,
                                new Range(0, last.map(Block::number).orElse(0L))))
                : page(Chain.AUDIT, Range.parse(position));
    }

    private Uni<Page> page(Chain chain, Range range) {
        if (range.done() >= range.until()) {
            return Uni.createFrom().item(Page.last(List.of()));
        }
        long from = range.done() + 1;
        int count = (int) Math.min(config.blockBatchSize(), range.until() - range.done());
        long until = from + count - 1;
        // Also reads the block before the page: the first block of the page must contain its hash.
        return transactions
                .read(connection -> blocks.keys(connection))
                .chain(keys -> transactions
                        .read(connection -> blocks.blocks(connection, chain, from - 1, count + 1))
                        .chain(found -> checkEach(chain, upTo(found, until), from, until, keys)))
                .map(checked -> page(chain, new Range(until, range.until()), count, checked));
    }

    private static List<Block> upTo(List<Block> found, long until) {
        return found.stream().filter(block -> block.number() <= until).toList();
    }

    private static Page page(Chain chain, Range done, int count, List<Checked> checked) {
        long rows = checked.stream().mapToLong(Checked::rows).sum();
        List<Finding> findings =
                checked.stream().flatMap(one -> one.findings().stream()).toList();
        Page.Counts counts = chain == Chain.POSTINGS
                ? new Page.Counts(count, rows, 0, 0, 0, 0)
                : new Page.Counts(0, 0, rows, 0, 0, 0);
        return new Page(done.done() < done.until() ? done.toString() : null, findings, counts);
    }

    private Uni<List<Checked>> checkEach(Chain chain, List<Block> found, long from, long until, List<SealingKey> keys) {
        List<Finding> missing = new ArrayList<>();
        for (long number = from; number <= until; number++) {
            long wanted = number;
            if (found.stream().noneMatch(block -> block.number() == wanted)) {
                missing.add(Finding.ofBlock(
                        FindingKind.BLOCK_MISSING, wanted, "there is no block with this number in " + chain));
            }
        }
        return Multi.createFrom()
                .items(IntStream.range(0, found.size())
                        .filter(i -> found.get(i).number() >= from)
                        .boxed())
                .onItem()
                .transformToUniAndConcatenate(i -> check(i == 0 ? null : found.get(i - 1), found.get(i), keys))
                .collect()
                .asList()
                .map(checked -> {
                    checked.add(new Checked(0, missing));
                    return checked;
                });
    }

    private Uni<Checked> check(@Nullable Block before, Block block, List<SealingKey> keys) {
        return Uni.createFrom()
                .item(() -> new BlockCheck(block))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .invoke(check -> check.checkSeal(before, keys))
                .call(check -> check.namesRows()
                        ? checkRows(before, block, check)
                        : Uni.createFrom().voidItem())
                .map(check -> new Checked(block.header().postings(), check.findings()));
    }

    private Uni<Void> checkRows(@Nullable Block before, Block block, BlockCheck check) {
        return checkRange(before, block, check)
                .chain(() -> check.unseen().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : checkUnseen(block.header().format().chain(), check));
    }

    /** Without the block before, the start of this block is unknown. Then its rows are looked up by their keys. */
    private Uni<Void> checkRange(@Nullable Block before, Block block, BlockCheck check) {
        if ((before == null ? 0 : before.number()) + 1 != block.number()) {
            return Uni.createFrom().voidItem();
        }
        SealedPosting.Place after = before == null ? SealedPosting.Place.START : before.last();
        int limit = block.header().postings() + config.insertedMax();
        return switch (block.header().format().chain()) {
            case POSTINGS ->
                transactions
                        .read(connection -> blocks.postings(connection, after, block.last(), limit))
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .invoke(check::checkPostings)
                        .replaceWithVoid();
            case AUDIT ->
                transactions
                        .read(connection -> blocks.entries(connection, after, block.last(), limit))
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .invoke(check::checkRows)
                        .replaceWithVoid();
        };
    }

    private Uni<Void> checkUnseen(Chain chain, BlockCheck check) {
        return switch (chain) {
            case POSTINGS ->
                transactions
                        .read(connection -> blocks.named(connection, check.unseen()))
                        .invoke(check::checkUnseen)
                        .replaceWithVoid();
            case AUDIT ->
                transactions
                        .read(connection -> blocks.namedEntries(connection, check.unseen()))
                        .invoke(check::checkUnseen)
                        .replaceWithVoid();
        };
    }
}
