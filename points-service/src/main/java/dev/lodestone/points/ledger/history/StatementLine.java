package dev.lodestone.points.ledger.history;

import dev.lodestone.events.points.PostingKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posting and its reason, as a member reads them.
 *
 * @param accountVersion numbers the postings of an account from 1, in the order of booking
 * @param amount the units moved, also between pending, held and spent; positive
 * @param change the signed effect on the available balance; 0 if it only touched pending or held units
 * @param balanceAfter the available balance right after it, in the order of booking
 * @param note an operator's note, if any
 * @param actor the operator or system that requested it by hand, for operators only; {@code null}: an event or a due time caused it
 * @param reverses the posting that it reverses in full or in part, if any
 * @param occurredAt business time
 * @param postedAt booking time
 */
public record StatementLine(
        long accountVersion,
        UUID postingId,
        PostingKind kind,
        long amount,
        long change,
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
    /** A copy for the member, without the name of the operator. */
    public StatementLine forMember() {
        return new StatementLine(
                accountVersion,
                postingId,
                kind,
                amount,
                change,
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
