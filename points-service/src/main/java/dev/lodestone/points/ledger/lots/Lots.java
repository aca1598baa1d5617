package dev.lodestone.points.ledger.lots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The loaded and opened lots of one account, and their changes. */
public final class Lots {
    /** The id that lot movements use for the overdraft of an account. */
    public static final UUID OVERDRAFT = new UUID(0, 0);

    private record MovementKey(long accountVersion, UUID lotId) {}

    private final Map<UUID, Lot> all = new LinkedHashMap<>();
    private final Set<UUID> changed = new LinkedHashSet<>();
    private final Map<MovementKey, LotMovement> movements = new LinkedHashMap<>();
    private boolean loaded;

    public void load(List<Lot> lots) {
        loaded = true;
        lots.forEach(lot -> all.put(lot.id(), lot));
    }

    public Lot get(UUID id) {
        Lot lot = all.get(id);
        if (lot == null) {
            throw new IllegalStateException("lot " + id + " was not loaded");
        }
        return lot;
    }

    public Collection<Lot> all() {
        return all.values();
    }

    public void put(Lot lot) {
        all.put(lot.id(), lot);
        changed.add(lot.id());
    }

    public void move(long accountVersion, UUID lotId, long free, long held, Instant at) {
        movements.merge(
                new MovementKey(accountVersion, lotId),
                new LotMovement(accountVersion, lotId, free, held, at),
                (known, more) -> known.plus(free, held));
    }

    long spendable() {
        return all.values().stream().mapToLong(Lot::remaining).sum();
    }

    /** Selects the lots that pay {@code amount}, in spending order. */
    public List<LotPart> draw(long amount) {
        List<LotPart> parts = new ArrayList<>();
        long missing = amount;
        for (Lot lot : inSpendingOrder()) {
            long part = Math.min(lot.remaining(), missing);
            if (part > 0) {
                parts.add(new LotPart(lot.id(), part));
                missing -= part;
            }
        }
        if (missing > 0) {
            throw new IllegalStateException(
                    loaded ? "lots and balance differ by " + missing : "the lots of the account are not loaded");
        }
        return parts;
    }

    /** The first instant at which all {@code parts} can be spent, or {@code at} if that is later. */
    public Instant usable(List<LotPart> parts, Instant at) {
        Instant usable = at;
        for (LotPart part : parts) {
            Instant from = get(part.lotId()).usableFrom();
            usable = from.isAfter(usable) ? from : usable;
        }
        return usable;
    }

    /** {@code parts} in the present spending order; activity may have changed the order since they were selected. */
    public List<LotPart> inSpendingOrder(List<LotPart> parts) {
        return parts.stream()
                .sorted(Comparator.comparing(part -> get(part.lotId()), Lot.SPENDING_ORDER))
                .toList();
    }

    /** The lots with remaining units, in spending order. */
    public List<Lot> inSpendingOrder() {
        return all.values().stream()
                .filter(lot -> lot.remaining() > 0)
                .sorted(Lot.SPENDING_ORDER)
                .toList();
    }

    public List<Lot> changed() {
        return changed.stream().map(this::get).toList();
    }

    public List<LotMovement> movements() {
        return movements.values().stream()
                .filter(movement -> !movement.isNothing())
                .toList();
    }
}
