package dev.lodestone.points.sealing;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The door of the room for those who check or prove: blocks, the keys that sealed them, and the postings as they stand now. Reads only. */
@ApplicationScoped
public class BlockService {
    private final BlockRepository blocks;
    private final SealedPostingRepository postings;

    BlockService(BlockRepository blocks, SealedPostingRepository postings) {
        this.blocks = blocks;
        this.postings = postings;
    }

    /** The last block, without its leaves. */
    public Uni<Optional<Block>> last(SqlConnection connection) {
        return blocks.last(connection);
    }

    /** Blocks from number {@code from} on, in their order, at most {@code limit}; there may be gaps if somebody took blocks away. */
    public Uni<List<Block>> blocks(SqlConnection connection, long from, int limit) {
        return blocks.blocks(connection, from, limit);
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
