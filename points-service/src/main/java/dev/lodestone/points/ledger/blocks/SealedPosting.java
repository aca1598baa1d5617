package dev.lodestone.points.ledger.blocks;

import dev.lodestone.points.ledger.hashing.BlockFormat;
import dev.lodestone.points.ledger.hashing.CanonicalJson;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row of a posting with every column. Kinds and accounts are texts here, because a row that was manipulated by hand must be reported
 * as it is, even with an unknown kind.
 *
 * @param lotTerms the unchangeable terms of the lot that it opened or the hold that it placed, if any
 * @param lots its changes to lots, in order: {@code lot:free:held} separated by commas, if any
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
        @Nullable String actor,
        @Nullable String lotTerms,
        @Nullable String lots)
        implements SealedRow {

    /**
     * The position of a posting in the sealing order.
     *
     * @param tx number of the transaction that wrote it
     */
    public record Place(long tx, UUID member, String asset, long version) {
        /** Before all postings. */
        public static final Place START = new Place(0, new UUID(0, 0), "", 0);
    }

    /** {@link CanonicalJson} of all columns and, if {@code format} covers them, of its changes to lots and holds. */
    @Override
    public String canonical(BlockFormat format) {
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
                .put("kind", format.kindText(kind))
                .put("lotTerms", format.coversLots() ? lotTerms : null)
                .put("lots", format.coversLots() ? lots : null)
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
}
