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

/** The entry point for checks and proofs: reads blocks, the keys that sealed them, and the present postings. */
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

    /** The hash of block {@code number} of {@code chain}, if it exists. */
    public Uni<Optional<Hash>> hash(SqlConnection connection, Chain chain, long number) {
        return blocks.hash(connection, chain, number);
    }

    /** The hashes, in hexadecimal, of the blocks {@code numbers} of {@code chain}; missing blocks are left out. */
    public Uni<Map<Long, String>> hashes(SqlConnection connection, Chain chain, List<Long> numbers) {
        return blocks.hashes(connection, chain, numbers);
    }

    /** The blocks from number {@code from}, in order, at most {@code limit}; there are gaps if blocks were deleted. */
    public Uni<List<Block>> blocks(SqlConnection connection, Chain chain, long from, int limit) {
        return blocks.blocks(connection, chain, from, limit);
    }

    /** As {@link #blocks}, without the leaves. */
    public Uni<List<Block>> headers(SqlConnection connection, Chain chain, long from, int limit) {
        return blocks.headers(connection, chain, from, limit);
    }

    /** True if {@code head} matches the text that its key signed. The caller must check whether it trusts that key. */
    public boolean isGenuine(PublishedHead head) {
        return BlockHead.isGenuine(head);
    }

    /** All keys that ever sealed, oldest first. */
    public Uni<List<SealingKey>> keys(SqlConnection connection) {
        return blocks.keys(connection);
    }

    /** The postings after {@code after} up to {@code until}, in order, at most {@code limit}. Continues on a worker thread. */
    public Uni<List<PostingInBook>> postings(
            SqlConnection connection, SealedPosting.Place after, SealedPosting.Place until, int limit) {
        return postings.between(connection, after, until, limit);
    }

    /** The audit entries after {@code after} up to {@code until}, in order, at most {@code limit}. */
    public Uni<List<SealedEntry>> entries(
            SqlConnection connection, SealedPosting.Place after, SealedPosting.Place until, int limit) {
        return entries.between(connection, after, until, limit);
    }

    /** The audit entries with these keys; unknown keys are left out. */
    public Uni<List<SealedEntry>> namedEntries(SqlConnection connection, Collection<Leaf.Key> keys) {
        return entries.named(connection, keys.stream().map(Leaf.Key::member).toList());
    }

    /** The postings with these keys; unknown keys are left out. Continues on a worker thread. */
    public Uni<List<SealedPosting>> named(SqlConnection connection, Collection<Leaf.Key> keys) {
        return postings.named(connection, keys);
    }

    /** The postings of an account after number {@code after}, oldest first, at most {@code limit}. Continues on a worker thread. */
    public Uni<List<ProvablePosting>> statement(
            SqlConnection connection, UUID member, String asset, long after, int limit) {
        return postings.statement(connection, member, asset, after, limit);
    }
}
