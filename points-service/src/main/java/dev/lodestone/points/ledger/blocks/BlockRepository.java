package dev.lodestone.points.ledger.blocks;

import dev.lodestone.platform.sql.AdvisoryLock;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import dev.lodestone.points.ledger.hashing.BlockFormat;
import dev.lodestone.points.ledger.hashing.Chain;
import dev.lodestone.points.ledger.hashing.Hash;
import dev.lodestone.points.ledger.sealingkeys.SealingKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stores blocks and the keys that sealed them. */
@ApplicationScoped
class BlockRepository {
    private static final String LOCK = "select pg_try_advisory_xact_lock(" + AdvisoryLock.SEALING.number() + ")";

    private static final String BLOCKS = """
            select number, first_tx::text, last_tx::text, postings, root, previous, key_id, sealed_at, hash, signature,
                   last_member, last_asset, last_version, leaves, format
            from sealed_block where number >= $1 order by number limit $2
            """;
    private static final String LAST = BLOCKS.replace("$1", "(select max(number) from sealed_block)")
            .replace("limit $2", "limit 1")
            .replace(", leaves", ", ''::bytea");
    private static final String HEADERS = BLOCKS.replace(", leaves", ", ''::bytea");
    private static final String HASHES = "select number, hash from sealed_block where number = any($1::bigint[])";
    private static final String HASH = "select hash from sealed_block where number = $1";
    private static final String ADD_BLOCKS = """
            insert into sealed_block (number, first_tx, last_tx, postings, root, previous, key_id, sealed_at, hash, signature, last_member,
                                      last_asset, last_version, leaves, format)
            select number, first_tx::xid8, last_tx::xid8, postings, root, previous, key_id, sealed_at, hash, signature, last_member,
                   last_asset, last_version, leaves, format
            from unnest($1::bigint[], $2::text[], $3::text[], $4::int[], $5::bytea[], $6::bytea[], $7::bytea[], $8::timestamptz[],
                        $9::bytea[], $10::bytea[], $11::uuid[], $12::text[], $13::bigint[], $14::bytea[], $15::int[])
                 as sealed (number, first_tx, last_tx, postings, root, previous, key_id, sealed_at, hash, signature, last_member,
                            last_asset, last_version, leaves, format)
            """;
    private static final String KEYS = """
            select public_key, from_block, previous_id, introduced_at, signature, previous_signature from sealing_key
            order by from_block, introduced_at
            """;
    private static final String ADD_KEY = """
            insert into sealing_key (id, public_key, from_block, previous_id, introduced_at, signature, previous_signature)
            values ($1, $2, $3, $4, $5, $6, $7)
            """;

    /** True if this transaction got the lock to seal; the lock lasts until the transaction ends. */
    Uni<Boolean> lock(SqlConnection tx) {
        return tx.query(LOCK).execute().map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** The last block, without its leaves. */
    Uni<Optional<Block>> last(SqlConnection connection, Chain chain) {
        return connection
                .preparedQuery(of(chain, LAST))
                .execute()
                .map(rows -> rows.stream().map(row -> block(chain, row)).findFirst());
    }

    /** The hash of block {@code number}, if it exists. */
    Uni<Optional<Hash>> hash(SqlConnection connection, Chain chain, long number) {
        return connection
                .preparedQuery(of(chain, HASH))
                .execute(Tuple.of(number))
                .map(rows -> rows.stream().map(row -> hash(row, 0)).findFirst());
    }

    /** The hashes of the blocks {@code numbers}; missing blocks are left out. */
    Uni<Map<Long, String>> hashes(SqlConnection connection, Chain chain, List<Long> numbers) {
        return connection
                .preparedQuery(of(chain, HASHES))
                .execute(Tuple.tuple().addArrayOfLong(numbers.toArray(Long[]::new)))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.getLong(0), row -> hash(row, 1).hex())));
    }

    /** The blocks from number {@code from}, at most {@code limit}. */
    Uni<List<Block>> blocks(SqlConnection connection, Chain chain, long from, int limit) {
        return connection
                .preparedQuery(of(chain, BLOCKS))
                .execute(Tuple.of(from, limit))
                .map(rows -> rows.stream().map(row -> block(chain, row)).toList());
    }

    /** As {@link #blocks}, without the leaves. */
    Uni<List<Block>> headers(SqlConnection connection, Chain chain, long from, int limit) {
        return connection
                .preparedQuery(of(chain, HEADERS))
                .execute(Tuple.of(from, limit))
                .map(rows -> rows.stream().map(row -> block(chain, row)).toList());
    }

    Uni<Void> add(SqlConnection tx, Chain chain, List<Block> blocks) {
        Columns<Block> columns = Columns.of(blocks)
                .longs(Block::number)
                .texts(block -> Long.toUnsignedString(block.header().firstTx()))
                .texts(block -> Long.toUnsignedString(block.header().lastTx()))
                .integers(block -> block.header().postings())
                .bytes(block -> block.header().root().bytes())
                .bytes(block -> block.header().previous().bytes())
                .bytes(block -> block.header().keyId().bytes())
                .instants(block -> block.header().sealedAt())
                .bytes(block -> block.hash().bytes())
                .bytes(Block::signature)
                .uuids(block -> block.last().member())
                .texts(block -> block.last().asset())
                .longs(block -> block.last().version())
                .bytes(Block::leaves)
                .integers(block -> block.header().format().number());
        return columns.execute(tx, of(chain, ADD_BLOCKS));
    }

    /** All keys that ever sealed, oldest first. */
    Uni<List<SealingKey>> keys(SqlConnection connection) {
        return connection
                .preparedQuery(KEYS)
                .execute()
                .map(rows -> rows.stream().map(BlockRepository::key).toList());
    }

    Uni<Void> add(SqlConnection tx, SealingKey key) {
        Tuple values = Tuple.tuple()
                .addValue(Buffer.buffer(key.id().bytes()))
                .addValue(Buffer.buffer(key.publicKey()))
                .addLong(key.fromBlock())
                .addValue(
                        key.previousId() == null
                                ? null
                                : Buffer.buffer(key.previousId().bytes()))
                .addValue(Columns.utc(key.introducedAt()))
                .addValue(Buffer.buffer(key.signature()))
                .addValue(key.previousSignature() == null ? null : Buffer.buffer(key.previousSignature()));
        return tx.preparedQuery(ADD_KEY).execute(values).replaceWithVoid();
    }

    /** {@code statement} adapted to the table of {@code chain}. */
    private static String of(Chain chain, String statement) {
        return switch (chain) {
            case POSTINGS -> statement;
            case AUDIT -> statement.replace("sealed_block", "sealed_audit_block");
        };
    }

    private static Block block(Chain chain, Row row) {
        long lastTx = Long.parseUnsignedLong(row.getString(2));
        Block.Header header = new Block.Header(
                BlockFormat.of(chain, row.getInteger(14)),
                row.getLong(0),
                Long.parseUnsignedLong(row.getString(1)),
                lastTx,
                row.getInteger(3),
                hash(row, 4),
                hash(row, 5),
                hash(row, 6),
                Rows.instant(row, 7));
        return new Block(
                header,
                hash(row, 8),
                row.getBuffer(9).getBytes(),
                new SealedPosting.Place(lastTx, row.getUUID(10), row.getString(11), row.getLong(12)),
                row.getBuffer(13).getBytes());
    }

    private static SealingKey key(Row row) {
        return new SealingKey(
                row.getBuffer(0).getBytes(),
                row.getLong(1),
                row.getBuffer(2) == null ? null : hash(row, 2),
                Rows.instant(row, 3),
                row.getBuffer(4).getBytes(),
                bytesOrNull(row, 5));
    }

    private static Hash hash(Row row, int column) {
        return Hash.ofBytes(row.getBuffer(column).getBytes());
    }

    private static byte @Nullable [] bytesOrNull(Row row, int column) {
        return row.getBuffer(column) == null ? null : row.getBuffer(column).getBytes();
    }
}
