package dev.lodestone.points.ledger.blocks;

import dev.lodestone.points.ledger.hashing.BlockFormat;
import dev.lodestone.points.ledger.hashing.Leaf;
import dev.lodestone.points.ledger.hashing.MerkleTree;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/** A sealed row as stored in its table. */
public sealed interface SealedRow permits SealedPosting, SealedEntry {
    SealedPosting.Place place();

    UUID id();

    /** The text that is hashed in blocks of {@code format}. */
    String canonical(BlockFormat format);

    /** Its leaf in a block of {@code format}. */
    default Leaf leaf(BlockFormat format, MessageDigest digest) {
        byte[] hash = MerkleTree.leafHash(digest, canonical(format).getBytes(StandardCharsets.UTF_8));
        return new Leaf(place().member(), place().asset(), place().version(), id(), hash);
    }
}
