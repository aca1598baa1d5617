package dev.lodestone.points.ledger.statement;

import dev.lodestone.events.points.PostingKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posting as a member reads it, and why it was made.
 *
 * @param accountVersion numbers the postings of an account from 1, in the order of booking
 * @param amount what it did to what can be spent
 * @param moved what moved, also between pending, held and spent; positive
 * @param balanceAfter what could be spent right after, in the order of booking
 * @param note an operator's words, if any
 * @param actor who caused it by hand, for operators only; {@code null}: an event or time caused it
 * @param reverses the posting that it takes back, in part or whole, if any
 * @param occurredAt business time
 * @param postedAt book time
 */
public record StatementLine(
        long accountVersion,
        UUID postingId,
        PostingKind kind,
        long amount,
        long moved,
        long balanceAfter,
        long pendingAfter,
        long heldAfter,
        String causeType,
        @Nullable String orderId,
        @Nullable String ruleCode,
        @Nullable Integer ruleVersion,
        @Nullable String note,
        @Nullable String actor,
        @Nullable UUID reverses,
        Instant occurredAt,
        Instant postedAt) {
    /** As the member reads it: which of the brand's people acted is no concern of theirs. */
    StatementLine forMember() {
        return new StatementLine(
                accountVersion,
                postingId,
                kind,
                amount,
                moved,
                balanceAfter,
                pendingAfter,
                heldAfter,
                causeType,
                orderId,
                ruleCode,
                ruleVersion,
                note,
                null,
                reverses,
                occurredAt,
                postedAt);
    }
}
