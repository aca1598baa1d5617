package dev.lodestone.points.ledger.account;

import dev.lodestone.events.points.PostingKind;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.points.ledger.lots.LotPart;
import dev.lodestone.points.ledger.lots.LotTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The holds of an account. A hold is closed once: it is posted in full or in part, it is voided, or it expires. */
public final class Holds {
    private final Account account;
    private final Map<UUID, Hold> all = new LinkedHashMap<>();
    private final Set<UUID> changed = new LinkedHashSet<>();

    Holds(Account account) {
        this.account = account;
    }

    void load(List<Hold> holds) {
        holds.forEach(hold -> all.put(hold.id(), hold));
    }

    /** The hold {@code id}, if it was open when the account was loaded. */
    public Optional<Hold> find(UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    Collection<Hold> all() {
        return all.values();
    }

    List<Hold> changed() {
        return changed.stream().map(all::get).toList();
    }

    /**
     * Reserves {@code amount} until {@code expiresAt} from the lots that expire first. Held units do not expire. If a reserved lot becomes
     * usable slightly after our clock's time, the hold starts and ends later by the same duration.
     *
     * @throws ProblemException 409 {@code insufficient-points}
     */
    public Hold place(long amount, Instant expiresAt, Cause cause) {
        List<LotPart> parts = account.draw(amount);
        Instant at = account.lots().usable(parts, cause.occurredAt());
        Instant until = expiresAt.plus(Duration.between(cause.occurredAt(), at));
        Posting posting = account.debit(PostingKind.HELD, parts, cause, at, null);
        return put(new Hold(
                posting.id(), amount, 0, Hold.Status.OPEN, cause.orderId(), cause.note(), at, until, null, parts));
    }

    /**
     * Spends {@code amount} of a hold and releases the rest.
     *
     * @throws ProblemException 409 {@code hold-closed} if the hold is closed, {@code hold-exceeded} if it reserves fewer units
     */
    public Hold post(Hold hold, long amount, Cause cause) {
        requireOpen(hold);
        if (amount > hold.amount()) {
            throw new ProblemException(
                    AccountProblems.HOLD_EXCEEDED,
                    "The hold reserves " + hold.amount() + ", but " + amount + " was requested",
                    Map.of("amount", amount, "held", hold.amount()));
        }
        List<LotPart> spent = new ArrayList<>();
        List<LotPart> rest = new ArrayList<>();
        split(account.lots().inSpendingOrder(hold.parts()), amount, spent, rest);
        Instant at = hold.atOrAfter(cause.occurredAt());
        Posting posting = account.post(PostingKind.HOLD_POSTED, amount, cause, at, LotTerms.LASTING, null);
        for (LotPart part : spent) {
            account.lots().put(account.lots().get(part.lotId()).with(0, 0, -part.amount(), 0));
            account.lots().move(posting.accountVersion(), part.lotId(), 0, -part.amount(), at);
        }
        account.refunds().recordSpend(posting, spent, hold.orderId());
        release(hold, rest, cause, at);
        return put(hold.closed(Hold.Status.POSTED, amount, at));
    }

    /**
     * Voids a hold. A hold that is already voided or expired is returned unchanged, because checkout, payment and shop may each report the
     * same failure.
     *
     * @throws ProblemException 409 {@code hold-closed} if the hold was posted
     */
    public Hold voidHold(Hold hold, Cause cause) {
        if (hold.status() == Hold.Status.VOIDED || hold.status() == Hold.Status.EXPIRED) {
            return hold;
        }
        requireOpen(hold);
        Instant at = hold.atOrAfter(cause.occurredAt());
        release(hold, hold.parts(), cause, at);
        return put(hold.closed(Hold.Status.VOIDED, 0, at));
    }

    void expire(Hold hold) {
        Instant at = hold.expiresAt();
        release(hold, hold.parts(), Cause.of(hold.id(), "hold-expiry", at, hold.orderId()), at);
        put(hold.closed(Hold.Status.EXPIRED, 0, at));
    }

    /** Returns units to their lots. Units of a lot that has expired meanwhile expire at once. */
    private void release(Hold hold, List<LotPart> parts, Cause cause, Instant at) {
        if (!parts.isEmpty()) {
            account.credit(PostingKind.RELEASED, account.lots().inSpendingOrder(parts), cause, at, hold.id());
            Schedule.expireOverdue(account, parts, at);
        }
    }

    private Hold put(Hold hold) {
        all.put(hold.id(), hold);
        changed.add(hold.id());
        return hold;
    }

    private static void requireOpen(Hold hold) {
        if (!hold.open()) {
            throw new ProblemException(
                    AccountProblems.HOLD_CLOSED,
                    "The hold has been " + hold.status() + " since " + hold.closedAt(),
                    Map.of("holdStatus", hold.status()));
        }
    }

    private static void split(List<LotPart> parts, long amount, List<LotPart> first, List<LotPart> rest) {
        long missing = amount;
        for (LotPart part : parts) {
            long taken = Math.min(part.amount(), missing);
            missing -= taken;
            if (taken > 0) {
                first.add(new LotPart(part.lotId(), taken));
            }
            if (taken < part.amount()) {
                rest.add(new LotPart(part.lotId(), part.amount() - taken));
            }
        }
    }
}
