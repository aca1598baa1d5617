package dev.lodestone.points.ledger.blocks;

import dev.lodestone.points.ledger.hashing.BlockFormat;
import dev.lodestone.points.ledger.hashing.Hash;
import dev.lodestone.points.ledger.hashing.Leaf;
import dev.lodestone.points.ledger.hashing.MerkleTree;
import dev.lodestone.points.ledger.sealingkeys.PrivateSealingKey;
import dev.lodestone.points.ledger.sealingkeys.RetiredKeyException;
import dev.lodestone.points.ledger.sealingkeys.SealingKey;
import dev.lodestone.points.ledger.sealingkeys.SealingKeys;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds and signs blocks of rows. */
public final class Sealer {
    /** The end of a chain: number and hash of the last block, and the position after which the next block starts. */
    public record Head(long number, Hash hash, SealedPosting.Place last) {
        public static final Head NONE = new Head(0, Hash.NONE, SealedPosting.Place.START);

        public static Head of(Block block) {
            return new Head(block.number(), block.hash(), block.last());
        }
    }

    private final BlockFormat format;
    private final PrivateSealingKey key;
    private final int blockSize;

    public Sealer(BlockFormat format, PrivateSealingKey key, int blockSize) {
        this.format = format;
        this.key = key;
        this.blockSize = blockSize;
    }

    /** Seals {@code rows}, which are in sealing order and directly follow {@code head}. */
    public List<Block> seal(Head head, List<? extends SealedRow> rows, Instant sealedAt) {
        List<Block> blocks = new ArrayList<>();
        Head before = head;
        for (int from = 0; from < rows.size(); from += blockSize) {
            Block block = block(before, rows.subList(from, Math.min(from + blockSize, rows.size())), sealedAt);
            blocks.add(block);
            before = Head.of(block);
        }
        return blocks;
    }

    private Block block(Head before, List<? extends SealedRow> rows, Instant sealedAt) {
        MessageDigest digest = Hash.digest();
        List<Leaf> leaves = rows.stream().map(row -> row.leaf(format, digest)).toList();
        SealedPosting.Place last = rows.getLast().place();
        Block.Header header = new Block.Header(
                format,
                before.number() + 1,
                rows.getFirst().place().tx(),
                last.tx(),
                rows.size(),
                MerkleTree.of(leaves.stream().map(Leaf::hash).toList()).root(),
                before.hash(),
                key.id(),
                sealedAt);
        return new Block(header, header.hash(), key.sign(header.canonical()), last, Leaf.pack(leaves));
    }

    /** @throws RetiredKeyException if a later key of {@code known}, which is oldest first, has replaced the current one */
    static void requireCurrent(SealingKeys keys, List<SealingKey> known) {
        Hash id = keys.current().id();
        if (known.stream()
                .limit(Math.max(0, known.size() - 1))
                .anyMatch(key -> key.id().equals(id))) {
            throw new RetiredKeyException(id);
        }
    }

    /**
     * The record that introduces the current key, if it is new to the chain. {@code known} are the keys of the chain, oldest first.
     *
     * @throws RetiredKeyException if another key has replaced it
     */
    public static @Nullable SealingKey introduction(
            SealingKeys keys, List<SealingKey> known, long nextBlock, Instant introducedAt) {
        SealingKey latest = known.isEmpty() ? null : known.getLast();
        Hash id = keys.current().id();
        if (latest != null && latest.id().equals(id)) {
            return null;
        }
        requireCurrent(keys, known);
        return keys.current().introduced(nextBlock, latest == null ? null : latest.id(), keys.previous(), introducedAt);
    }
}
