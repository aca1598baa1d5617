package dev.lodestone.points.account;

import dev.lodestone.events.points.PostingKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to an account by itself as time goes on. */
final class Schedule {
    /**
     * Something that is due: at one instant what is confirmed comes before what is released, and that before what lapses. What is alike
     * in that follows by id, so that whoever looks ahead sees exactly what will be booked.
     */
    private sealed interface Due {
        Instant at();

        UUID id();

        record Confirmation(Instant at, UUID id) implements Due {}

        record Release(Instant at, UUID id) implements Due {}

        record Expiry(Instant at, UUID id) implements Due {}

        private int rank() {
            return switch (this) {
                case Confirmation ignored -> 0;
                case Release ignored -> 1;
                case Expiry ignored -> 2;
            };
        }
    }

    private static final Comparator<Due> ORDER =
            Comparator.comparing(Due::at).thenComparing(Due::rank).thenComparing(Due::id);

    private final Account account;
    private final Instant to;
    private final Queue<Due> queue = new PriorityQueue<>(ORDER);

    private Schedule(Account account, Instant to) {
        this.account = account;
        this.to = to;
    }

    static void advance(Account account, Instant to) {
        Schedule schedule = new Schedule(account, to);
        account.lots().all().forEach(schedule::await);
        account.holds().all().stream()
                .filter(Hold::open)
                .forEach(hold -> schedule.await(new Due.Release(hold.expiresAt(), hold.id())));
        schedule.run();
    }

    private void run() {
        for (Due due = queue.poll(); due != null; due = queue.poll()) {
            switch (due) {
                case Due.Confirmation confirmation -> {
                    confirm(account, account.lots().get(confirmation.id()), confirmation.at());
                    await(account.lots().get(confirmation.id()));
                }
                case Due.Release release -> release(account.holds().get(release.id()));
                case Due.Expiry expiry -> expireRest(account.lots().get(expiry.id()), expiry.at());
            }
        }
    }

    private void release(Hold hold) {
        account.holds().runOut(hold);
        hold.parts().forEach(part -> await(account.lots().get(part.lotId())));
    }

    /** A lot may have been waiting more than once, since what was released came back to it. */
    private void expireRest(Lot lot, Instant at) {
        if (lot.remaining() > 0) {
            expire(account, lot, at);
        }
    }

    private void await(Lot lot) {
        Due due = due(lot);
        if (due != null) {
            await(due);
        }
    }

    private void await(Due due) {
        if (!due.at().isAfter(to)) {
            queue.add(due);
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

    private static @Nullable Due due(Lot lot) {
        Instant availableAt = lot.terms().availableAt();
        if (lot.pending() > 0 && availableAt != null) {
            return new Due.Confirmation(availableAt, lot.id());
        }
        Instant expiresAt = lot.expiresAt();
        return lot.remaining() > 0 && expiresAt != null
                ? new Due.Expiry(later(expiresAt, lot.usableFrom()), lot.id())
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
