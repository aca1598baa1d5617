package dev.lodestone.points.ledger.blocks;

import dev.lodestone.points.ledger.hashing.Chain;
import dev.lodestone.points.ledger.hashing.Hash;
import dev.lodestone.points.ledger.hashing.Leaf;
import dev.lodestone.points.ledger.heads.PublishedHead;
import dev.lodestone.points.ledger.sealingkeys.SealingKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The door of the room for those who check or prove: blocks, the keys that sealed them, and the postings as they stand now. Reads only. */
@ApplicationScoped
public class BlockService {
    private final BlockRepository blocks;
    private final SealedPostingRepository postings;
    private final SealedEntryRepository entries;

    BlockService(BlockRepository blocks, SealedPostingRepository postings, SealedEntryRepository entries) {
        this.blocks = blocks;
        this.postings = postings;
        this.entries = entries;
    }

    /** The last block of {@code chain}, without its leaves. */
    public Uni<Optional<Block>> last(SqlConnection connection, Chain chain) {
        return blocks.last(connection, chain);
    }

    /** The hash of block {@code number} of {@code chain}, if there is such a block. */
    public Uni<Optional<Hash>> hash(SqlConnection connection, Chain chain, long number) {
        return blocks.hash(connection, chain, number);
    }

    /** The hashes, in hexadecimal, of those of the blocks {@code numbers} of {@code chain} that there are. */
    public Uni<Map<Long, String>> hashes(SqlConnection connection, Chain chain, List<Long> numbers) {
        return blocks.hashes(connection, chain, numbers);
    }

    /** Blocks from number {@code from} on, in their order, at most {@code limit}; there may be gaps if somebody took blocks away. */
    public Uni<List<Block>> blocks(SqlConnection connection, Chain chain, long from, int limit) {
        return blocks.blocks(connection, chain, from, limit);
    }

    /** As {@link #blocks}, without the leaves. */
    public Uni<List<Block>> headers(SqlConnection connection, Chain chain, long from, int limit) {
        return blocks.headers(connection, chain, from, limit);
    }

    /** Whether {@code head} says what its key signed; whether that key is one of the brand's the caller must judge. */
    public boolean isGenuine(PublishedHead head) {
        return BlockHead.isGenuine(head);
    }

    /** All keys that ever sealed, oldest first. */
    public Uni<List<SealingKey>> keys(SqlConnection connection) {
        return blocks.keys(connection);
    }

    /** The postings behind {@code after} up to {@code until}, in their order, at most {@code limit}. Goes on on a worker thread. */
    public Uni<List<PostingInBook>> postings(
            SqlConnection connection, SealedPosting.Place after, SealedPosting.Place until, int limit) {
        return postings.between(connection, after, until, limit);
    }

    /** The audit entries behind {@code after} up to {@code until}, in their order, at most {@code limit}. */
    public Uni<List<SealedEntry>> entries(
            SqlConnection connection, SealedPosting.Place after, SealedPosting.Place until, int limit) {
        return entries.between(connection, after, until, limit);
    }

    /** The audit entries with these keys; unknown ones are left out. */
    public Uni<List<SealedEntry>> namedEntries(SqlConnection connection, Collection<Leaf.Key> keys) {
        return entries.named(connection, keys.stream().map(Leaf.Key::member).toList());
    }

    /** Those of the postings {@code keys} that there are. Goes on on a worker thread. */
    public Uni<List<SealedPosting>> named(SqlConnection connection, Collection<Leaf.Key> keys) {
        return postings.named(connection, keys);
    }

    /** The postings of an account after number {@code after}, oldest first, at most {@code limit}. Goes on on a worker thread. */
    public Uni<List<ProvablePosting>> statement(
            SqlConnection connection, UUID member, String asset, long after, int limit) {
        return postings.statement(connection, member, asset, after, limit);
    }
}
