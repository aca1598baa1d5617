package dev.lodestone.points.ledger.account;

import dev.lodestone.events.points.PostingKind;
import dev.lodestone.points.ledger.lots.Lot;
import dev.lodestone.points.ledger.lots.LotPart;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Books the items of an account that become due as time passes: confirmations, releases and expiries. */
final class Schedule {
    /** An item due at an instant. Its lot or hold is read again when the item is booked, since earlier items may have changed it. */
    private sealed interface Due {
        Instant at();

        record Confirmation(Instant at, Lot lot) implements Due {}

        record Release(Instant at, Hold hold) implements Due {}

        record Expiry(Instant at, Lot lot) implements Due {}
    }

    private Schedule() {}

    static void advance(Account account, Instant to) {
        for (Due due : due(account, to)) {
            switch (due) {
                case Due.Confirmation(Instant at, Lot lot) -> confirm(account, lot, at);
                case Due.Release(Instant ignored, Hold hold) -> account.holds().expire(hold);
                case Due.Expiry(Instant at, Lot lot) ->
                    expire(account, lot, account.lots().get(lot.id()).remaining(), at);
            }
        }
    }

    /** Expires the returned {@code parts} whose lots have expired by {@code at}. */
    static void expireOverdue(Account account, List<LotPart> parts, Instant at) {
        for (LotPart part : parts) {
            Lot lot = account.lots().get(part.lotId());
            if (lot.hasExpiredAt(at)) {
                expire(account, lot, Math.min(part.amount(), lot.remaining()), at);
            }
        }
    }

    /**
     * All items due by {@code to}, in the order of time. At the same instant, confirmations come before releases and releases before
     * expiries. Equal items follow the spending order of their lots, so that an overdraft always consumes lots in the same order.
     */
    private static List<Due> due(Account account, Instant to) {
        Stream<Due> confirmations =
                lots(account, lot -> lot.pending() > 0, lot -> new Due.Confirmation(lot.usableFrom(), lot));
        Stream<Due> releases = account.holds().all().stream()
                .filter(Hold::open)
                .sorted(Comparator.comparing(Hold::id))
                .map(hold -> new Due.Release(hold.expiresAt(), hold));
        Stream<Due> expiries = lots(
                account,
                lot -> lot.expiresAt() != null && lot.pending() + lot.remaining() + lot.held() > 0,
                lot -> new Due.Expiry(lot.expiryTime(), lot));
        return Stream.of(confirmations, releases, expiries)
                .flatMap(Function.identity())
                .filter(due -> !due.at().isAfter(to))
                .sorted(Comparator.comparing(Due::at))
                .toList();
    }

    private static Stream<Due> lots(Account account, Predicate<Lot> which, Function<Lot, Due> due) {
        return account.lots().all().stream()
                .filter(which)
                .sorted(Lot.SPENDING_ORDER)
                .map(due);
    }

    private static void confirm(Account account, Lot lot, Instant at) {
        String causeType = lot.causeType() == null ? "confirmation" : lot.causeType();
        account.credit(
                PostingKind.CONFIRMED,
                List.of(new LotPart(lot.id(), lot.pending())),
                Cause.of(lot.id(), causeType, at, lot.orderId()),
                at,
                null);
    }

    private static void expire(Account account, Lot lot, long amount, Instant at) {
        if (amount > 0) {
            account.debit(
                    PostingKind.EXPIRED,
                    List.of(new LotPart(lot.id(), amount)),
                    Cause.of(lot.id(), "expiry", at, lot.orderId()),
                    at,
                    null);
        }
    }
}
