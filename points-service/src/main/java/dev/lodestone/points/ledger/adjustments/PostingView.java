package dev.lodestone.points.ledger.adjustments;

import dev.lodestone.events.points.PostingKind;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.account.Posting;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posting and the balance after it. {@code amount} is positive; {@code reverses} names the posting that it reverses.
 *
 * {@snippet lang=json :
 * {
 *   "id": "019ca7aa-16e0-76ee-b36a-8786c764f974", "asset": "POINTS", "kind": "GRANTED", "amount": 500,
 *   "balanceAfter": 912, "pendingAfter": 0, "heldAfter": 0, "accountVersion": 10, "reverses": null
 * }
 * }
 */
@RegisterForReflection
public record PostingView(
        UUID id,
        Asset asset,
        PostingKind kind,
        long amount,
        long balanceAfter,
        long pendingAfter,
        long heldAfter,
        long accountVersion,
        @Nullable UUID reverses) {
    static PostingView of(Posting posting) {
        return new PostingView(
                posting.id(),
                posting.asset(),
                posting.kind(),
                posting.amount(),
                posting.after().available(),
                posting.after().pending(),
                posting.after().held(),
                posting.accountVersion(),
                posting.reverses());
    }
}
