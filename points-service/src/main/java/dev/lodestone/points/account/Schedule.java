package dev.lodestone.points.account;

import dev.lodestone.events.points.PostingKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happens to an account by itself as time goes on. */
final class Schedule {
    /** Something that is due: at one instant what is confirmed comes before what is released, and that before what lapses. */
    private sealed interface Due {
        Instant at();

        record Confirmation(Instant at, Lot lot) implements Due {}

        record Release(Instant at, Hold hold) implements Due {}

        record Expiry(Instant at, Lot lot) implements Due {}

        private int rank() {
            return switch (this) {
                case Confirmation ignored -> 0;
                case Release ignored -> 1;
                case Expiry ignored -> 2;
            };
        }
    }

    private static final Comparator<Due> ORDER = Comparator.comparing(Due::at).thenComparing(Due::rank);

    private Schedule() {}

    static void advance(Account account, Instant to) {
        for (Optional<Due> due = next(account, to); due.isPresent(); due = next(account, to)) {
            switch (due.get()) {
                case Due.Confirmation confirmation -> confirm(account, confirmation.lot(), confirmation.at());
                case Due.Release release -> account.holds().runOut(release.hold());
                case Due.Expiry expiry -> expire(account, expiry.lot(), expiry.at());
            }
        }
    }

    /** Closes those of {@code parts} whose lots had lapsed when they came back. */
    static void expireLapsed(Account account, List<LotPart> parts, Instant at) {
        for (LotPart part : parts) {
            Lot lot = account.lots().get(part.lotId());
            if (lot.lapsedAt(at) && lot.remaining() > 0) {
                expire(account, lot, at);
            }
        }
    }

    private static Optional<Due> next(Account account, Instant to) {
        Stream<Due> lots = account.lots().all().stream().map(Schedule::due).filter(Objects::nonNull);
        Stream<Due> holds =
                account.holds().all().stream().filter(Hold::open).map(hold -> new Due.Release(hold.expiresAt(), hold));
        return Stream.concat(lots, holds).filter(due -> !due.at().isAfter(to)).min(ORDER);
    }

    private static @Nullable Due due(Lot lot) {
        Instant availableAt = lot.terms().availableAt();
        if (lot.pending() > 0 && availableAt != null) {
            return new Due.Confirmation(availableAt, lot);
        }
        Instant expiresAt = lot.expiresAt();
        return lot.remaining() > 0 && expiresAt != null
                ? new Due.Expiry(later(expiresAt, lot.usableFrom()), lot)
                : null;
    }

    private static void confirm(Account account, Lot lot, Instant at) {
        String causeType = lot.causeType() == null ? "confirmation" : lot.causeType();
        account.bring(
                PostingKind.CONFIRMED,
                List.of(new LotPart(lot.id(), lot.pending())),
                Cause.of(lot.id(), causeType, at, lot.orderId()),
                at,
                null);
    }

    private static void expire(Account account, Lot lot, Instant at) {
        account.take(
                PostingKind.EXPIRED,
                List.of(new LotPart(lot.id(), lot.remaining())),
                Cause.of(lot.id(), "expiry", at, lot.orderId()),
                at,
                null);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
