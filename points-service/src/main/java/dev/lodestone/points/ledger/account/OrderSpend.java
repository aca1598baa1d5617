package dev.lodestone.points.ledger.account;

import dev.lodestone.points.ledger.lots.LotPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A posting that spent units, with the part of them that has been returned.
 *
 * @param postingId the posting
 * @param accountVersion its number
 * @param orderId the order that it paid in part; empty if it paid no order
 * @param amount the units spent
 * @param returned the units returned so far
 * @param spentAt business time
 * @param parts the lots that it consumed, in this order
 */
public record OrderSpend(
        UUID postingId,
        long accountVersion,
        String orderId,
        long amount,
        long returned,
        Instant spentAt,
        List<LotPart> parts) {
    public OrderSpend {
        parts = List.copyOf(parts);
    }

    OrderSpend returned(long more) {
        return new OrderSpend(postingId, accountVersion, orderId, amount, returned + more, spentAt, parts);
    }

    /** The lots that receive the next returned {@code amount}: the lot consumed last is refilled first. */
    List<LotPart> refill(long amount) {
        List<LotPart> refill = new ArrayList<>();
        long filled = returned;
        long missing = amount;
        for (LotPart part : parts.reversed()) {
            long unfilled = part.amount() - Math.min(filled, part.amount());
            filled -= part.amount() - unfilled;
            long more = Math.min(unfilled, missing);
            if (more > 0) {
                refill.add(new LotPart(part.lotId(), more));
                missing -= more;
            }
        }
        return refill;
    }
}
