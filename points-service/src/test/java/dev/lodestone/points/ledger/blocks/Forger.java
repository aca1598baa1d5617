package dev.lodestone.points.ledger.blocks;

import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.ledger.hashing.BlockFormat;
import dev.lodestone.points.ledger.hashing.Chain;
import dev.lodestone.points.ledger.hashing.Hash;
import dev.lodestone.points.ledger.hashing.Leaf;
import dev.lodestone.points.ledger.hashing.MerkleTree;
import dev.lodestone.points.ledger.sealingkeys.PrivateSealingKey;
import dev.lodestone.points.ledger.sealingkeys.SealingKey;
import dev.lodestone.points.ledger.verification.Tamperer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Seals anew what an attacker changed: with the hashes all right, and with a key that is not the brand's. */
@ApplicationScoped
public class Forger {
    private final Transactions transactions;
    private final BlockService blocks;
    private final SealedPostingRepository postings;

    Forger(Transactions transactions, BlockService blocks, SealedPostingRepository postings) {
        this.transactions = transactions;
        this.blocks = blocks;
        this.postings = postings;
    }

    /** The number of the last block. */
    public long lastBlock() {
        return transactions
                .read(connection -> blocks.last(connection, Chain.POSTINGS))
                .await()
                .atMost(Duration.ofSeconds(10))
                .orElseThrow()
                .number();
    }

    /** Hashes the last block anew, over its rows as they stand now, without a key to sign it. */
    public void rehashLast(Tamperer tamperer) throws SQLException {
        List<Block> found = blocks(lastBlock() - 1);
        Block last = found.getLast();
        SealedPosting.Place after =
                found.size() == 1 ? SealedPosting.Place.START : found.getFirst().last();
        List<SealedPosting> rows = transactions
                .read(connection -> blocks.postings(connection, after, last.last(), 1000))
                .await()
                .atMost(Duration.ofSeconds(10))
                .stream()
                .map(PostingInBook::posting)
                .toList();
        List<Leaf> leaves = rows.stream()
                .map(row -> row.leaf(last.header().format(), MerkleTree.newDigest()))
                .toList();
        Hash root = MerkleTree.of(leaves.stream().map(Leaf::hash).toList()).root();
        Block.Header header = header(
                last.header(), root, last.header().previous(), last.header().keyId());
        update(tamperer, new Block(header, header.hash(), last.signature(), last.last(), Leaf.pack(leaves)));
    }

    /** Signs all blocks anew, as they are, with a key that brings itself in. */
    public void resign(Tamperer tamperer) throws SQLException {
        PrivateSealingKey key = forgedKey(tamperer);
        Hash previous = Hash.NONE;
        for (Block block : blocks(1)) {
            Block.Header header = header(block.header(), block.header().root(), previous, key.id());
            update(
                    tamperer,
                    new Block(header, header.hash(), key.sign(header.canonical()), block.last(), block.leaves()));
            previous = header.hash();
        }
    }

    /** Takes all blocks away and seals all postings in others. */
    public void resealAll(Tamperer tamperer, int blockSize) throws SQLException {
        PrivateSealingKey key = forgedKey(tamperer);
        Block last = blocks(lastBlock()).getLast();
        List<SealedPosting> rows = transactions
                .read(connection -> blocks.postings(connection, SealedPosting.Place.START, last.last(), 1_000_000))
                .await()
                .atMost(Duration.ofSeconds(30))
                .stream()
                .map(PostingInBook::posting)
                .toList();
        tamperer.does("delete from sealed_block");
        for (Block block : new Sealer(BlockFormat.POSTINGS_3, key, blockSize)
                .seal(Sealer.Head.NONE, rows, Instant.parse("2026-11-20T00:00:00Z"))) {
            insert(tamperer, block);
        }
    }

    private List<Block> blocks(long from) {
        return transactions
                .read(connection -> blocks.blocks(connection, Chain.POSTINGS, from, Integer.MAX_VALUE))
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    private static Block.Header header(Block.Header old, Hash root, Hash previous, Hash keyId) {
        return new Block.Header(
                old.format(),
                old.number(),
                old.firstTx(),
                old.lastTx(),
                old.postings(),
                root,
                previous,
                keyId,
                old.sealedAt());
    }

    /** In the place of all keys that there were. */
    private static PrivateSealingKey forgedKey(Tamperer tamperer) throws SQLException {
        PrivateSealingKey key = PrivateSealingKey.ofPem(PrivateSealingKey.newPem());
        SealingKey record = key.introduced(1, null, null, Instant.parse("2026-11-20T00:00:00Z"));
        tamperer.does("delete from sealing_key");
        tamperer.does(
                "insert into sealing_key (id, public_key, from_block, introduced_at, signature) values (?, ?, 1, ?::timestamptz, ?)",
                record.id().bytes(),
                record.publicKey(),
                record.introducedAt().toString(),
                record.signature());
        return key;
    }

    private static void update(Tamperer tamperer, Block block) throws SQLException {
        tamperer.does(
                "update sealed_block set root = ?, previous = ?, key_id = ?, hash = ?, signature = ?, leaves = ? where number = ?",
                block.header().root().bytes(),
                block.header().previous().bytes(),
                block.header().keyId().bytes(),
                block.hash().bytes(),
                block.signature(),
                block.leaves(),
                block.number());
    }

    private static void insert(Tamperer tamperer, Block block) throws SQLException {
        Block.Header header = block.header();
        tamperer.does(
                "insert into sealed_block (number, first_tx, last_tx, postings, root, previous, key_id, sealed_at, hash, signature,"
                        + " last_member, last_asset, last_version, leaves, format)"
                        + " values (?, ?::text::xid8, ?::text::xid8, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?, ?, ?, ?, 3)",
                header.number(),
                Long.toString(header.firstTx()),
                Long.toString(header.lastTx()),
                header.postings(),
                header.root().bytes(),
                header.previous().bytes(),
                header.keyId().bytes(),
                header.sealedAt().toString(),
                block.hash().bytes(),
                block.signature(),
                block.last().member(),
                block.last().asset(),
                block.last().version(),
                block.leaves());
    }
}
