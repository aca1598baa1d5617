package dev.lodestone.points.ledger.balance;

import dev.lodestone.events.points.PostingKind;
import dev.lodestone.points.ledger.account.Posting;
import java.time.Instant;

/**
 * What will be booked if nothing else happens.
 *
 * @param at business time of the posting to come
 * @param change what it will do to what can be spent
 * @param balanceAfter what can be spent right after
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
