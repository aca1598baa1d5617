package dev.lodestone.points.ledger.blocks;

import dev.lodestone.points.ledger.hashing.BlockFormat;
import dev.lodestone.points.ledger.hashing.CanonicalJson;
import dev.lodestone.points.ledger.hashing.Chain;
import dev.lodestone.points.ledger.hashing.Hash;
import dev.lodestone.points.ledger.hashing.Leaf;
import dev.lodestone.points.ledger.hashing.MerkleTree;
import dev.lodestone.points.ledger.sealingkeys.SealingKey;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sealed sequence of postings in the order of their transactions.
 *
 * @param header the signed content
 * @param hash stored hash of the header's canonical form; the next block contains it
 * @param signature Ed25519 over the header's canonical form
 * @param last the position of its last posting; the next block starts after it
 * @param leaves its postings in order, packed by {@link Leaf}
 */
public record Block(Header header, Hash hash, byte[] signature, SealedPosting.Place last, byte[] leaves) {
    /**
     * @param format of the block and its leaves
     * @param number from 1, without gaps
     * @param firstTx the transaction of its first posting
     * @param lastTx the transaction of its last posting
     * @param postings number of postings, or of entries in the audit chain
     * @param root of the {@link MerkleTree} of its postings' canonical forms
     * @param previous hash of the block before
     * @param keyId of the key that signed
     */
    public record Header(
            BlockFormat format,
            long number,
            long firstTx,
            long lastTx,
            int postings,
            Hash root,
            Hash previous,
            Hash keyId,
            Instant sealedAt) {
        public String canonical() {
            Integer entries = format.chain() == Chain.AUDIT ? postings : null;
            return new CanonicalJson()
                    .put("entries", entries)
                    .put("firstTx", firstTx)
                    .put("format", format.text())
                    .put("keyId", keyId)
                    .put("lastTx", lastTx)
                    .put("number", number)
                    .put("postings", entries == null ? postings : null)
                    .put("previous", previous)
                    .put("root", root)
                    .put("sealedAt", sealedAt)
                    .toString();
        }

        public Hash hash() {
            return Hash.of(canonical());
        }

        byte[] bytes() {
            return canonical().getBytes(StandardCharsets.UTF_8);
        }
    }

    public long number() {
        return header.number();
    }

    /** Its leaves in order; empty if they are damaged. */
    public Optional<List<Leaf>> readLeaves() {
        try {
            return Optional.of(Leaf.unpack(leaves));
        } catch (UncheckedIOException damaged) {
            return Optional.empty();
        }
    }

    /** True if it contains the hash of {@code before}; without {@code before}, if it is the first block. */
    public boolean fits(@Nullable Block before) {
        return before == null
                ? number() == 1 && header.previous().equals(Hash.NONE)
                : number() == before.number() + 1 && header.previous().equals(before.hash());
    }

    /** True if {@code leaves} have its root and end at its last posting. */
    public boolean fits(List<Leaf> leaves) {
        return leaves.size() == header.postings()
                && header.lastTx() == last.tx()
                && leaves.getLast().key().equals(new Leaf.Key(last.member(), last.asset(), last.version()))
                && MerkleTree.of(leaves.stream().map(Leaf::hash).toList())
                        .root()
                        .equals(header.root());
    }

    /** True if {@code key} signed this header. */
    public boolean isSignedBy(SealingKey key) {
        return header.keyId().equals(key.id()) && key.verifies(header.bytes(), signature);
    }
}
