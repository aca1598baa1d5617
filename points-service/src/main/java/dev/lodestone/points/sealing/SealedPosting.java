package dev.lodestone.points.sealing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the book as it stands, every column of it. Kinds and places are texts here: what somebody wrote into the table by hand must be
 * named as it is, also if it is no kind at all.
 */
public record SealedPosting(
        Place place,
        UUID id,
        String kind,
        String from,
        String to,
        long amount,
        long availableAfter,
        long pendingAfter,
        long heldAfter,
        UUID causeId,
        String causeType,
        @Nullable String orderId,
        @Nullable String ruleCode,
        @Nullable Integer ruleVersion,
        @Nullable String note,
        @Nullable UUID reverses,
        Instant occurredAt,
        Instant postedAt,
        @Nullable String actor) {

    /**
     * Where a posting stands in the order in which postings are sealed.
     *
     * @param tx the number of the transaction that wrote it
     */
    public record Place(long tx, UUID member, String asset, long version) {
        /** Before all postings. */
        public static final Place START = new Place(0, new UUID(0, 0), "", 0);
    }

    /** The bytes that are hashed, as text: {@link CanonicalJson} of all columns. */
    public String canonical() {
        return new CanonicalJson()
                .put("accountVersion", place.version())
                .put("actor", actor)
                .put("amount", amount)
                .put("asset", place.asset())
                .put("availableAfter", availableAfter)
                .put("causeId", causeId)
                .put("causeType", causeType)
                .put("from", from)
                .put("heldAfter", heldAfter)
                .put("id", id)
                .put("kind", kind)
                .put("memberId", place.member())
                .put("note", note)
                .put("occurredAt", occurredAt)
                .put("orderId", orderId)
                .put("pendingAfter", pendingAfter)
                .put("postedAt", postedAt)
                .put("reverses", reverses)
                .put("ruleCode", ruleCode)
                .put("ruleVersion", ruleVersion)
                .put("to", to)
                .put("tx", place.tx())
                .toString();
    }

    /** The leaf that stands for it in its block. */
    public Leaf leaf(MessageDigest digest) {
        byte[] hash = MerkleTree.leafHash(digest, canonical().getBytes(StandardCharsets.UTF_8));
        return new Leaf(place.member(), place.asset(), place.version(), id, hash);
    }
}
