package dev.lodestone.points.ledger.checks;

import dev.lodestone.points.ledger.blocks.SealedPosting;
import dev.lodestone.points.ledger.hashing.Leaf;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A defect of the ledger.
 *
 * @param block the block concerned, if any
 * @param memberId the member whose posting or account is concerned, if any
 * @param detail the difference, in words for operators
 */
@RegisterForReflection
public record Finding(
        FindingKind kind,
        @Nullable Long block,
        @Nullable UUID memberId,
        @Nullable String asset,
        @Nullable Long accountVersion,
        @Nullable UUID postingId,
        String detail) {

    static Finding ofPosting(FindingKind kind, long block, SealedPosting posting, String detail) {
        SealedPosting.Place place = posting.place();
        return new Finding(kind, block, place.member(), place.asset(), place.version(), posting.id(), detail);
    }

    public static Finding of(FindingKind kind, String detail) {
        return new Finding(kind, null, null, null, null, null, detail);
    }

    static Finding ofLeaf(FindingKind kind, long block, Leaf leaf, String detail) {
        return new Finding(kind, block, leaf.member(), leaf.asset(), leaf.version(), leaf.id(), detail);
    }

    static Finding ofBlock(FindingKind kind, long block, String detail) {
        return new Finding(kind, block, null, null, null, null, detail);
    }
}
