package dev.lodestone.points.ledger.account;

import dev.lodestone.points.ledger.lots.Lot;
import dev.lodestone.points.ledger.lots.LotPart;
import dev.lodestone.points.ledger.lots.Lots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The future expiries, computed from the tables: free = amount + all movements, pending before {@code available_at}, gone
 * from {@code expires_at} on; what is held joins it when the hold ends. An overdraft swallows what becomes free first.
 *
 * @param balance what can be spent at the end
 * @param expiries the amount and time of each lot that expires by then
 */
record Plan(long balance, Map<Expiry, Long> expiries) {
    record Expiry(Instant at, UUID lotId) {}

    /** Something that becomes free. */
    private record Arrival(Instant at, int rank, UUID id, Lot lot, long amount) {}

    static Plan of(StoredAccount stored, Instant until) {
        Map<UUID, Long> free = new HashMap<>();
        stored.lots().values().forEach(lot -> free.put(lot.id(), lot.amount()));
        free.put(Lots.OVERDRAFT, 0L);
        stored.movements().forEach(movement -> free.merge(movement.lotId(), movement.freeChange(), Long::sum));
        long overdraft = -free.remove(Lots.OVERDRAFT);
        Map<Expiry, Long> expiries = new HashMap<>();
        for (Arrival arrival : arrivals(stored, until)) {
            long swallowed = Math.min(overdraft, arrival.amount());
            overdraft -= swallowed;
            long rest = arrival.amount() - swallowed;
            UUID lotId = arrival.lot().id();
            if (arrival.rank() == 0) {
                free.merge(lotId, -swallowed, Long::sum);
            } else if (goneAt(arrival.lot(), arrival.at())) {
                expiries.merge(new Expiry(arrival.at(), lotId), rest, Long::sum);
            } else {
                free.merge(lotId, rest, Long::sum);
            }
        }
        long balance = -overdraft;
        for (Lot lot : stored.lots().values()) {
            if (goneAt(lot, until)) {
                expiries.merge(new Expiry(gone(lot), lot.id()), free.get(lot.id()), Long::sum);
            } else if (lot.pending() == 0 || !lot.usableFrom().isAfter(until)) {
                balance += free.get(lot.id());
            }
        }
        expiries.values().removeIf(amount -> amount == 0);
        return new Plan(balance, expiries);
    }

    private static List<Arrival> arrivals(StoredAccount stored, Instant until) {
        List<Arrival> arrivals = new ArrayList<>();
        for (Lot lot : stored.lots().values()) {
            if (lot.pending() > 0) {
                arrivals.add(new Arrival(lot.usableFrom(), 0, lot.id(), lot, lot.pending()));
            }
        }
        for (Hold hold : stored.holds().values()) {
            for (LotPart part : hold.parts()) {
                arrivals.add(new Arrival(
                        hold.expiresAt(), 1, hold.id(), stored.lots().get(part.lotId()), part.amount()));
            }
        }
        Comparator<Arrival> lotsByExpiryHoldsById =
                (one, other) -> one.rank() == 1 && !one.id().equals(other.id())
                        ? one.id().compareTo(other.id())
                        : Lot.SPENDING_ORDER.compare(one.lot(), other.lot());
        return arrivals.stream()
                .filter(arrival -> !arrival.at().isAfter(until))
                .sorted(Comparator.comparing(Arrival::at)
                        .thenComparing(Arrival::rank)
                        .thenComparing(lotsByExpiryHoldsById))
                .toList();
    }

    private static boolean goneAt(Lot lot, Instant instant) {
        return lot.expiresAt() != null && !gone(lot).isAfter(instant);
    }

    private static Instant gone(Lot lot) {
        Instant expiresAt = lot.expiresAt();
        return expiresAt == null || expiresAt.isBefore(lot.usableFrom()) ? lot.usableFrom() : expiresAt;
    }
}
