package dev.lodestone.points.sealing;

import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Seals finished postings, a bounded batch in one transaction, one process at a time. */
@ApplicationScoped
class SealingService {
    /** Beyond this many it does not matter how many wait. */
    private static final int COUNTED_MAX = 100_000;

    private final Transactions transactions;
    private final BlockRepository blocks;
    private final SealedPostingRepository postings;
    private final SealingConfig config;
    private final Clock clock;

    SealingService(
            Transactions transactions,
            BlockRepository blocks,
            SealedPostingRepository postings,
            SealingConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.blocks = blocks;
        this.postings = postings;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Seals the next batch.
     *
     * @return whether there may be more at once: false when all that is finished is sealed, or another process is sealing
     * @throws RetiredKeyException if {@code keys} are no longer those that seal
     */
    Uni<Boolean> sealBatch(KeysAtHand keys) {
        return transactions.run(tx -> blocks.lock(tx)
                .chain(alone -> alone ? sealNext(tx, keys) : Uni.createFrom().item(0))
                .map(count -> count == config.batchSize()));
    }

    /** What waits to be sealed. */
    Uni<SealLag> lag() {
        return transactions.read(
                connection -> head(connection).chain(head -> postings.lag(connection, head.last(), COUNTED_MAX)));
    }

    private Uni<Integer> sealNext(SqlConnection tx, KeysAtHand keys) {
        return head(tx).chain(head -> blocks.keys(tx).chain(known -> {
            SealingKey introduced = Sealer.introduction(keys, known, head.number() + 1, clock.instant());
            return postings.finished(tx, head.last(), config.batchSize())
                    .chain(next -> next.isEmpty()
                            ? Uni.createFrom().item(0)
                            : introduce(tx, introduced)
                                    .chain(() -> blocks.add(tx, seal(keys, head, next)))
                                    .replaceWith(next.size()));
        }));
    }

    private Uni<Sealer.Head> head(SqlConnection connection) {
        return blocks.last(connection).map(last -> last.map(Sealer.Head::of).orElse(Sealer.Head.NONE));
    }

    private Uni<Void> introduce(SqlConnection tx, @Nullable SealingKey key) {
        return key == null ? Uni.createFrom().voidItem() : blocks.add(tx, key);
    }

    private List<Block> seal(KeysAtHand keys, Sealer.Head head, List<SealedPosting> next) {
        return new Sealer(keys.current(), config.blockSize()).seal(head, next, clock.instant());
    }
}
