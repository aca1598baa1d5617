package dev.lodestone.points.ledger.blocks;

import dev.lodestone.platform.outbox.Outbox;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.ledger.hashing.BlockFormat;
import dev.lodestone.points.ledger.hashing.Chain;
import dev.lodestone.points.ledger.heads.HeadsService;
import dev.lodestone.points.ledger.sealingkeys.SealingConfig;
import dev.lodestone.points.ledger.sealingkeys.SealingKey;
import dev.lodestone.points.ledger.sealingkeys.SealingKeys;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Seals finished rows and publishes the heads. One transaction seals a bounded batch of each chain; only one process seals at a time.
 */
@ApplicationScoped
public class SealingService {
    /** The count of unsealed postings stops here; beyond it, the exact number does not matter. */
    private static final int COUNTED_MAX = 100_000;

    private final Transactions transactions;
    private final BlockRepository blocks;
    private final SealedPostingRepository postings;
    private final SealedEntryRepository entries;
    private final HeadsService heads;
    private final SealingConfig config;
    private final Clock clock;

    SealingService(
            Transactions transactions,
            BlockRepository blocks,
            SealedPostingRepository postings,
            SealedEntryRepository entries,
            HeadsService heads,
            SealingConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.blocks = blocks;
        this.postings = postings;
        this.entries = entries;
        this.heads = heads;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Seals the next batch.
     *
     * @return true if there may be more to seal now; false if all finished rows are sealed or another process is sealing
     * @throws dev.lodestone.points.ledger.sealingkeys.RetiredKeyException if a newer key has replaced the current key of {@code keys}
     */
    public Uni<Boolean> sealBatch(SealingKeys keys) {
        return transactions.run(tx -> blocks.lock(tx)
                .chain(alone -> alone ? sealChains(tx, keys) : Uni.createFrom().item(false)));
    }

    /** The postings and audit entries that are not sealed yet. */
    public Uni<SealLag> lag() {
        return transactions.run(tx -> postings.alongTheIndex(tx)
                .chain(() -> head(tx, Chain.POSTINGS))
                .chain(head -> postings.lag(tx, head.last(), COUNTED_MAX))
                .chain(lag -> head(tx, Chain.AUDIT)
                        .chain(head -> entries.oldest(tx, head.last(), COUNTED_MAX))
                        .map(oldest -> new SealLag(lag.postings(), lag.oldestPostedAt(), oldest.orElse(null)))));
    }

    private Uni<Boolean> sealChains(SqlConnection tx, SealingKeys keys) {
        return blocks.keys(tx)
                .invoke(known -> Sealer.requireCurrent(keys, known))
                .chain(() -> postings.alongTheIndex(tx))
                .chain(() -> sealNext(tx, keys, Chain.POSTINGS))
                .chain(postingsTaken ->
                        sealNext(tx, keys, Chain.AUDIT).map(entriesTaken -> Math.max(postingsTaken, entriesTaken)))
                .map(count -> count == config.batchSize());
    }

    private Uni<Integer> sealNext(SqlConnection tx, SealingKeys keys, Chain chain) {
        return head(tx, chain)
                .chain(head -> finished(tx, chain, head)
                        .chain(rows -> rows.isEmpty()
                                ? Uni.createFrom().item(0)
                                : key(tx, keys, chain, head)
                                        .chain(key -> seal(tx, keys, key, head, chain, rows))
                                        .replaceWith(rows.size())));
    }

    private Uni<? extends List<? extends SealedRow>> finished(SqlConnection tx, Chain chain, Sealer.Head head) {
        return switch (chain) {
            case POSTINGS -> postings.finished(tx, head.last(), config.batchSize());
            case AUDIT -> entries.finished(tx, head.last(), config.batchSize());
        };
    }

    private Uni<Sealer.Head> head(SqlConnection connection, Chain chain) {
        return blocks.last(connection, chain)
                .map(last -> last.map(Sealer.Head::of).orElse(Sealer.Head.NONE));
    }

    /** The public half of the sealing key; introduces it if it is new. The number in its record is that of a block of postings. */
    private Uni<SealingKey> key(SqlConnection tx, SealingKeys keys, Chain chain, Sealer.Head head) {
        Uni<Long> next = chain == Chain.POSTINGS
                ? Uni.createFrom().item(head.number() + 1)
                : head(tx, Chain.POSTINGS).map(last -> last.number() + 1);
        return blocks.keys(tx)
                .chain(known -> next.chain(number -> {
                    SealingKey introduced = Sealer.introduction(keys, known, number, clock.instant());
                    return introduced == null
                            ? Uni.createFrom().item(known.getLast())
                            : blocks.add(tx, introduced).replaceWith(introduced);
                }));
    }

    /** Hashes and signs on a worker thread, because a whole batch would block the event loop and all requests on it. */
    private Uni<Void> seal(
            SqlConnection tx,
            SealingKeys keys,
            SealingKey key,
            Sealer.Head head,
            Chain chain,
            List<? extends SealedRow> rows) {
        return Uni.createFrom()
                .item(() -> new Sealer(BlockFormat.current(chain), keys.current(), config.blockSize())
                        .seal(head, rows, clock.instant()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(made -> blocks.add(tx, chain, made)
                        .chain(() -> Outbox.append(tx, List.of(heads.row(BlockHead.of(made.getLast(), key))))));
    }
}
