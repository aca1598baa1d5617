package dev.lodestone.points.ledger.blocks;

import dev.lodestone.points.ledger.hashing.BlockFormat;
import dev.lodestone.points.ledger.hashing.Leaf;
import dev.lodestone.points.ledger.hashing.MerkleTree;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/** A row that is sealed, as it stands in its table. */
public sealed interface SealedRow permits SealedPosting, SealedEntry {
    SealedPosting.Place place();

    UUID id();

    /** The bytes that are hashed in blocks of {@code format}, as text. */
    String canonical(BlockFormat format);

    /** The leaf that stands for it in a block of {@code format}. */
    default Leaf leaf(BlockFormat format, MessageDigest digest) {
        byte[] hash = MerkleTree.leafHash(digest, canonical(format).getBytes(StandardCharsets.UTF_8));
        return new Leaf(place().member(), place().asset(), place().version(), id(), hash);
    }
}
