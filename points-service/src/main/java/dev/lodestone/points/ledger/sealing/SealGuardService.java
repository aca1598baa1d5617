package dev.lodestone.points.ledger.sealing;

import dev.lodestone.platform.outbox.Outbox;
import dev.lodestone.platform.sql.Batches;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.ledger.blocks.Block;
import dev.lodestone.points.ledger.blocks.BlockHead;
import dev.lodestone.points.ledger.blocks.BlockService;
import dev.lodestone.points.ledger.hashing.Chain;
import dev.lodestone.points.ledger.hashing.Hash;
import dev.lodestone.points.ledger.heads.HeadSource;
import dev.lodestone.points.ledger.heads.HeadsService;
import dev.lodestone.points.ledger.heads.PublishedHead;
import dev.lodestone.points.ledger.sealingkeys.SealingKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares the chains in the database with their heads kept outside before anything is sealed, so that a restored older database does not
 * get a second history. It also updates the heads kept outside.
 */
@ApplicationScoped
class SealGuardService {
    private static final int BLOCKS_APPENDED = 200;

    private final Transactions transactions;
    private final BlockService blocks;
    private final HeadsService heads;

    SealGuardService(Transactions transactions, BlockService blocks, HeadsService heads) {
        this.transactions = transactions;
        this.blocks = blocks;
        this.heads = heads;
    }

    /**
     * The reason to stop sealing; empty if the database has all blocks whose heads are kept outside.
     *
     * @param trusted the heads that count
     * @param topicsToo true also reads the topics, which takes longer than reading the files
     */
    Uni<Optional<String>> divergence(TrustedHeads trusted, boolean topicsToo) {
        return Multi.createFrom()
                .iterable(heads.sources())
                .filter(source -> topicsToo || source.kind() == HeadSource.Kind.FILE)
                .onItem()
                .transformToUniAndConcatenate(source -> divergence(source, trusted))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .first()
                .map(Optional::ofNullable);
    }

    /** Creates missing topics. */
    Uni<Void> createTopics() {
        return heads.createTopics();
    }

    /** Publishes the heads of the chains to topics that have only older {@code trusted} heads or none. */
    Uni<Void> publishHeads(TrustedHeads trusted) {
        return each(chain -> heads.last(new HeadSource(HeadSource.Kind.TOPIC, chain), trusted.of(chain))
                .chain(known -> transactions.run(tx -> publish(tx, chain, known))));
    }

    /** Appends the heads that the files do not have yet, if files are configured. */
    Uni<Void> keepFiles() {
        return heads.sources().stream().noneMatch(source -> source.kind() == HeadSource.Kind.FILE)
                ? Uni.createFrom().voidItem()
                : each(this::keepFile);
    }

    private Uni<Void> each(Function<Chain, Uni<Void>> work) {
        return Multi.createFrom()
                .items(Chain.values())
                .onItem()
                .transformToUniAndConcatenate(chain -> work.apply(chain).replaceWith(true))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Optional<String>> divergence(HeadSource source, TrustedHeads trusted) {
        return heads.last(source, trusted.of(source.chain()))
                .chain(last -> last.isEmpty() || last.get().number() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : transactions
                                .read(connection -> blocks.hash(
                                        connection, source.chain(), last.get().number()))
                                .map(found -> divergence(source, last.get(), found)));
    }

    private static Optional<String> divergence(HeadSource source, PublishedHead outside, Optional<Hash> found) {
        if (found.isPresent() && found.get().hex().equals(outside.hash())) {
            return Optional.empty();
        }
        return Optional.of(source + " knows block " + outside.number() + " of " + source.chain()
                + (found.isEmpty()
                        ? ", which the database does not have: it was restored from an older backup, or blocks were deleted"
                        : ", but the database has a different block with this number: its history was sealed again"));
    }

    private Uni<Void> publish(SqlConnection tx, Chain chain, Optional<PublishedHead> known) {
        return blocks.last(tx, chain)
                .chain(last -> last.isEmpty()
                                || known.isPresent()
                                        && known.get().number() >= last.get().number()
                        ? Uni.createFrom().voidItem()
                        : blocks.keys(tx)
                                .chain(keys -> Outbox.append(
                                        tx,
                                        keys.stream()
                                                .filter(key -> key.id()
                                                        .equals(last.get()
                                                                .header()
                                                                .keyId()))
                                                .map(key -> heads.row(BlockHead.of(last.get(), key)))
                                                .toList())));
    }

    private Uni<Void> keepFile(Chain chain) {
        return Batches.whileMore(() -> keepPage(chain));
    }

    /** Counts every line: whether a line in the file is trusted is up to a verification, and one that is not must not be appended again. */
    private Uni<Boolean> keepPage(Chain chain) {
        return heads.last(new HeadSource(HeadSource.Kind.FILE, chain), head -> true)
                .chain(known -> newer(chain, known.map(PublishedHead::number).orElse(0L)))
                .call(newer -> heads.append(chain, newer))
                .map(newer -> newer.size() == BLOCKS_APPENDED);
    }

    private Uni<List<PublishedHead>> newer(Chain chain, long known) {
        return transactions.read(connection -> blocks.keys(connection)
                .chain(keys -> blocks.headers(connection, chain, known + 1, BLOCKS_APPENDED)
                        .map(found -> heads(found, keys))));
    }

    private static List<PublishedHead> heads(List<Block> found, List<SealingKey> keys) {
        Map<Hash, SealingKey> byId =
                keys.stream().collect(Collectors.toMap(SealingKey::id, Function.identity(), (one, same) -> one));
        List<PublishedHead> published = new ArrayList<>();
        for (Block block : found) {
            SealingKey key = byId.get(block.header().keyId());
            if (key != null) {
                published.add(BlockHead.of(block, key));
            }
        }
        return published;
    }
}
