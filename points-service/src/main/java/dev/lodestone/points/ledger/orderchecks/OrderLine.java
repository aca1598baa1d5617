package dev.lodestone.points.ledger.orderchecks;

import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.points.ledger.checks.Finding;
import dev.lodestone.points.ledger.checks.FindingKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An order as the service remembers it, and the lots that its postings opened.
 *
 * @param storedName what the row names the order; null if there is none
 * @param awards the points of each rule; null while each lot is all that its rule paid
 * @param lots the lots of the order, by their postings
 * @param completionDiffers true if the order was never evaluated again, but its completion is not the one that paid
 * @param unreadable why the row cannot be read, if so
 */
record OrderLine(
        Name name,
        @Nullable String storedName,
        OrderState state,
        @Nullable List<Award> awards,
        List<Lot> lots,
        boolean completionDiffers,
        @Nullable String unreadable) {
    record Name(UUID member, String number) {}

    /** What one rule pays for the whole order, and the lots that hold it. */
    @RegisterForReflection
    record Award(@Nullable String rule, @Nullable Integer version, String asset, long points, List<UUID> lots) {
        Award {
            lots = List.copyOf(lots);
        }
    }

    /**
     * A lot by its postings.
     *
     * @param clawedBack units that events clawed back; a reversal by hand says nothing about the order
     * @param byCompletion true if the completion of the order opened it, not an offer
     */
    @RegisterForReflection
    record Lot(UUID id, String asset, long amount, long clawedBack, boolean byCompletion) {
        long left() {
            return amount - clawedBack;
        }
    }

    OrderLine {
        awards = awards == null ? null : List.copyOf(awards);
        lots = List.copyOf(lots);
    }

    static OrderLine unreadable(Name name, String why) {
        return new OrderLine(name, null, OrderState.UNKNOWN, null, List.of(), false, why);
    }

    List<Finding> findings() {
        List<String> differences = new ArrayList<>();
        if (unreadable != null) {
            differences.add("it cannot be read: " + unreadable);
        } else if (storedName == null) {
            differences.add("postings belong to it, but it is not stored");
        } else {
            compare(differences);
        }
        return differences.stream()
                .map(difference -> new Finding(
                        FindingKind.ORDER_DIFFERS,
                        null,
                        name.member(),
                        null,
                        null,
                        null,
                        "order " + name.number() + ": " + difference))
                .toList();
    }

    private void compare(List<String> differences) {
        if (state.completion() == null && lots.stream().anyMatch(Lot::byCompletion)) {
            differences.add("its completion was paid, but it is not completed");
        }
        if (completionDiffers) {
            differences.add("the completion that it names is not the one that was paid");
        }
        Map<UUID, Lot> others = lots.stream().collect(Collectors.toMap(Lot::id, Function.identity()));
        Set<UUID> known = new HashSet<>(others.keySet());
        for (Award award : awards == null ? List.<Award>of() : awards) {
            List<Lot> held = new ArrayList<>();
            for (UUID id : award.lots()) {
                Lot lot = others.remove(id);
                if (lot == null || !lot.asset().equals(award.asset())) {
                    differences.add("it names lot " + id
                            + (known.contains(id) ? " in the wrong place" : ", which is not its own"));
                } else {
                    held.add(lot);
                }
            }
            compare(award.points(), held, differences);
        }
        if (name.number().equals(storedName)) {
            compareOthers(others.values().stream().toList(), differences);
        }
    }

    /** Where numbers are unique for the brand, each lot of the order without an award is all that its rule paid. */
    private void compareOthers(List<Lot> others, List<String> differences) {
        for (Lot lot : others) {
            if (awards != null && lot.byCompletion()) {
                differences.add("it does not name lot " + lot.id() + ", which it was paid");
            }
            compare(lot.amount(), List.of(lot), differences);
        }
    }

    /**
     * Events claw back no more than the state of the order says. Less is possible: a member who has spent everything has nothing to give.
     * A cancellation that the order has outlived took away nothing that was kept, and neither the refunds before it.
     */
    private void compare(long points, List<Lot> held, List<String> differences) {
        OrderState judged = state.counts() ? new OrderState(state.completion(), null, state.refunds()) : state;
        long kept = judged.kept(points);
        long left = held.stream().mapToLong(Lot::left).sum();
        if (kept > left) {
            differences.add("by its amount and refunds it keeps " + kept + " of " + points + ", but postings left "
                    + left + " of "
                    + held.stream().map(lot -> lot.id().toString()).toList());
        }
    }
}
