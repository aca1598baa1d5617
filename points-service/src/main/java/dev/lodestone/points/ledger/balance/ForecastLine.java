package dev.lodestone.points.ledger.balance;

import dev.lodestone.events.points.PostingKind;
import dev.lodestone.points.ledger.account.Posting;
import java.time.Instant;

/**
 * A future posting that becomes due if there are no further events.
 *
 * {@snippet lang=json :
 * {"at": "2027-03-01T04:31:07Z", "change": -120, "kind": "EXPIRED", "balanceAfter": 292}
 * }
 *
 * @param at business time of the posting
 * @param change its signed effect on the available balance
 * @param balanceAfter the available balance right after it
 */
public record ForecastLine(Instant at, long change, PostingKind kind, long balanceAfter) {
    static ForecastLine of(Posting posting) {
        return new ForecastLine(
                posting.occurredAt(),
                posting.change(),
                posting.kind(),
                posting.after().available());
    }
}
