package dev.lodestone.points.ledger.account;

import dev.lodestone.events.points.PostingKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A simple model of an account: every point is an object with one state, time is in whole days, and every question is answered by looking
 * at all points. It is slow and obviously correct; the real account must give the same results.
 */
final class PlainAccount {
    enum Where {
        PENDING,
        FREE,
        HELD,
        SPENT,
        EXPIRED,
        GONE
    }

    /** A single point of a lot; {@code owner} is the hold or the spend that has it. */
    private static final class Point {
        final PlainLot lot;
        Where where = Where.PENDING;

        @Nullable Object owner;

        Point(PlainLot lot) {
            this.lot = lot;
        }
    }

    static final class PlainLot {
        final UUID id;
        final long earned;
        final @Nullable Long available;
        final @Nullable Integer extendsDays;
        final List<Point> points = new ArrayList<>();

        @Nullable Long expires;

        long clawedBack;
        /** The last day on which units returned to it. */
        long returned;

        PlainLot(
                UUID id, long earned, @Nullable Long available, @Nullable Long expires, @Nullable Integer extendsDays) {
            this.id = id;
            this.earned = earned;
            this.available = available;
            this.expires = expires;
            this.extendsDays = extendsDays;
        }

        long firstUsable() {
            return available == null ? earned : Math.max(available, earned);
        }

        long usable() {
            return Math.max(firstUsable(), returned);
        }

        long expiryDay() {
            return expires == null ? Long.MAX_VALUE : Math.max(expires, usable());
        }

        boolean over(long day) {
            return expires != null && Math.max(expires, firstUsable()) <= day;
        }

        long count(Where where) {
            return points.stream().filter(point -> point.where == where).count();
        }
    }

    static final class PlainHold {
        final UUID id;
        final long held;
        final long expires;
        final List<Point> points;

        PlainHold(UUID id, long held, long expires, List<Point> points) {
            this.id = id;
            this.held = held;
            this.expires = expires;
            this.points = points;
        }

        boolean open() {
            return points.stream().anyMatch(this::has);
        }

        boolean has(Point point) {
            return point.where == Where.HELD && point.owner == this;
        }
    }

    static final class PlainSpend {
        final long day;
        final List<Point> points;

        PlainSpend(long day, List<Point> points) {
            this.day = day;
            this.points = points;
        }

        List<Point> notReturned() {
            return points.stream()
                    .filter(point -> point.where == Where.SPENT && point.owner == this)
                    .toList();
        }
    }

    /** A movement, by kind and day. */
    record Move(PostingKind kind, long day) {}

    private static final Comparator<PlainLot> ORDER = Comparator.comparing(
                    (PlainLot lot) -> lot.expires == null ? Long.MAX_VALUE : lot.expires)
            .thenComparing(lot -> lot.earned)
            .thenComparing(lot -> lot.id);

    final Map<UUID, PlainLot> lots = new HashMap<>();
    final Map<UUID, PlainHold> holds = new HashMap<>();
    final Map<UUID, PlainSpend> spends = new HashMap<>();
    final Map<Move, Long> moves = new HashMap<>();
    long overdraft;

    long count(Where where) {
        return lots.values().stream().mapToLong(lot -> lot.count(where)).sum();
    }

    long balance() {
        return count(Where.FREE) - overdraft;
    }

    void earn(PostingKind kind, PlainLot lot, long amount) {
        lots.put(lot.id, lot);
        for (int i = 0; i < amount; i++) {
            Point point = new Point(lot);
            lot.points.add(point);
            note(kind, lot.earned);
            if (kind != PostingKind.EARNED_PENDING) {
                land(point);
            }
        }
    }

    /** Spends available units; the caller has checked the balance. */
    void redeem(UUID id, long amount, long day) {
        List<Point> taken = next(amount);
        PlainSpend spend = new PlainSpend(usable(taken, day), taken);
        move(PostingKind.REDEEMED, taken, Where.SPENT, spend, spend.day);
        spends.put(id, spend);
    }

    void deduct(long amount, long day) {
        List<Point> taken = next(amount);
        move(PostingKind.DEDUCTED, taken, Where.GONE, null, usable(taken, day));
    }

    void hold(UUID id, long amount, long day, long days) {
        List<Point> taken = next(amount);
        long at = usable(taken, day);
        PlainHold hold = new PlainHold(id, at, at + days, taken);
        move(PostingKind.HELD, taken, Where.HELD, hold, at);
        holds.put(id, hold);
    }

    /** Spends {@code amount} of the hold, nearest expiry first, and releases the rest. */
    void post(UUID spendId, PlainHold hold, long amount, long day) {
        long at = Math.max(day, hold.held);
        List<Point> held = sorted(hold.points.stream().filter(hold::has).toList());
        PlainSpend spend = new PlainSpend(at, held.subList(0, (int) amount));
        move(PostingKind.HOLD_POSTED, spend.points, Where.SPENT, spend, at);
        spends.put(spendId, spend);
        release(hold, at);
    }

    void voidHold(PlainHold hold, long day) {
        release(hold, Math.max(day, hold.held));
    }

    /** Day after day: confirms pending points, releases expired holds, expires points. */
    void advance(long to) {
        TreeSet<Long> days = new TreeSet<>();
        for (PlainLot lot : lots.values()) {
            if (lot.count(Where.PENDING) + lot.count(Where.FREE) + lot.count(Where.HELD) > 0) {
                days.add(lot.usable());
                days.add(lot.expiryDay());
            }
        }
        holds.values().forEach(hold -> days.add(hold.expires));
        for (long day : days.headSet(to, true)) {
            for (Point point : sorted(those(Where.PENDING))) {
                if (point.lot.usable() <= day) {
                    note(PostingKind.CONFIRMED, point.lot.usable());
                    land(point);
                }
            }
            holds.values().stream()
                    .filter(hold -> hold.open() && hold.expires <= day)
                    .sorted(Comparator.comparing(hold -> hold.id))
                    .forEach(hold -> release(hold, hold.expires));
            for (Point point : those(Where.FREE)) {
                if (point.lot.expiryDay() <= day) {
                    expire(point, point.lot.expiryDay());
                }
            }
        }
    }

    /** Claws back {@code due} units of a lot: first its own units, then those of other lots, then by an overdraft. */
    void clawBack(PlainLot lot, long due, long day, long floor) {
        long left = due;
        while (left > 0 && clawBackOwn(lot, day)) {
            left--;
        }
        List<Point> others = next(Math.min(left, Math.max(0, balance())));
        move(PostingKind.CLAWED_BACK, others, Where.GONE, null, usable(others, day));
        left -= others.size();
        while (left > 0 && balance() > floor) {
            overdraft++;
            note(PostingKind.CLAWED_BACK, day);
            left--;
        }
        lot.clawedBack += due - left;
    }

    private boolean clawBackOwn(PlainLot lot, long day) {
        Point pending = any(lot, Where.PENDING);
        Point free = any(lot, Where.FREE);
        Point expired = any(lot, Where.EXPIRED);
        if (pending != null) {
            move(PostingKind.PENDING_CLAWED_BACK, List.of(pending), Where.GONE, null, Math.max(day, lot.earned));
        } else if (free != null) {
            move(PostingKind.CLAWED_BACK, List.of(free), Where.GONE, null, Math.max(day, lot.usable()));
        } else if (expired != null) {
            expired.where = Where.GONE;
            if (!lot.over(day)) {
                note(PostingKind.REINSTATED, lot.expiryDay());
                note(PostingKind.CLAWED_BACK, Math.max(day, lot.usable()));
            }
        }
        return pending != null || free != null || expired != null;
    }

    /** Returns {@code amount} of the spend; the units consumed last come first. */
    void returnSpent(PlainSpend spend, long amount, long day) {
        long at = Math.max(day, spend.day);
        for (Point point : spend.notReturned().reversed().subList(0, (int) amount)) {
            note(PostingKind.RETURNED, at);
            returnToLot(point, at);
        }
    }

    void extend(long day) {
        for (PlainLot lot : lots.values().stream().sorted(ORDER).toList()) {
            boolean alive =
                    lot.points.stream().anyMatch(point -> point.where != Where.SPENT && point.where != Where.GONE);
            if (alive && lot.extendsDays != null && lot.expires != null && day < lot.expires) {
                long later = day + lot.extendsDays;
                if (later > lot.expires) {
                    long expiry = lot.expiryDay();
                    for (Point point : lot.points) {
                        if (point.where == Where.EXPIRED) {
                            note(PostingKind.REINSTATED, expiry);
                            land(point, expiry);
                        }
                    }
                    lot.expires = later;
                }
            }
        }
    }

    private void release(PlainHold hold, long day) {
        for (Point point : sorted(hold.points.stream().filter(hold::has).toList())) {
            note(PostingKind.RELEASED, day);
            returnToLot(point, day);
        }
    }

    /** Makes the point available, or expires it if its lot has expired. */
    private void returnToLot(Point point, long day) {
        land(point, day);
        if (point.where == Where.FREE && point.lot.over(day)) {
            expire(point, day);
        }
    }

    private void land(Point point, long day) {
        land(point);
        if (point.where == Where.FREE) {
            point.lot.returned = Math.max(point.lot.returned, day);
        }
    }

    /** Makes the point available, or covers the overdraft with it. */
    private void land(Point point) {
        point.owner = null;
        if (overdraft > 0) {
            overdraft--;
            point.where = Where.GONE;
        } else {
            point.where = Where.FREE;
        }
    }

    private void expire(Point point, long day) {
        move(PostingKind.EXPIRED, List.of(point), Where.EXPIRED, null, day);
    }

    private void move(PostingKind kind, Collection<Point> moved, Where to, @Nullable Object owner, long day) {
        for (Point point : moved) {
            point.where = to;
            point.owner = owner;
            note(kind, day);
        }
    }

    private void note(PostingKind kind, long day) {
        moves.merge(new Move(kind, day), 1L, Long::sum);
    }

    private List<Point> those(Where where) {
        return lots.values().stream()
                .flatMap(lot -> lot.points.stream())
                .filter(point -> point.where == where)
                .toList();
    }

    /** The next {@code amount} points in spending order. */
    private List<Point> next(long amount) {
        return sorted(those(Where.FREE)).stream().limit(amount).toList();
    }

    private static List<Point> sorted(List<Point> points) {
        return points.stream()
                .sorted(Comparator.comparing((Point point) -> point.lot, ORDER))
                .toList();
    }

    private static @Nullable Point any(PlainLot lot, Where where) {
        return lot.points.stream()
                .filter(point -> point.where == where)
                .findFirst()
                .orElse(null);
    }

    private static long usable(List<Point> points, long day) {
        return points.stream().mapToLong(point -> point.lot.usable()).reduce(day, Math::max);
    }
}
