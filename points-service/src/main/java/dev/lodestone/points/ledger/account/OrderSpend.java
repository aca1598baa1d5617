package dev.lodestone.points.ledger.account;

import dev.lodestone.points.ledger.lots.LotPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A posting that spent points, as far as they may come back.
 *
 * @param postingId the posting
 * @param accountVersion its number
 * @param orderId what it paid a part of; empty if it paid no order
 * @param amount what it spent
 * @param returned what came back so far
 * @param spentAt business time
 * @param parts the lots it was taken from, in the order of taking
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

    /** Where the next {@code amount} that comes back goes: the lot that was taken from last is filled first. */
    List<LotPart> refill(long amount) {
        List<LotPart> refill = new ArrayList<>();
        long filled = returned;
        long missing = amount;
        for (LotPart part : parts.reversed()) {
            long room = part.amount() - Math.min(filled, part.amount());
            filled -= part.amount() - room;
            long more = Math.min(room, missing);
            if (more > 0) {
                refill.add(new LotPart(part.lotId(), more));
                missing -= more;
            }
        }
        return refill;
    }
}
