package dev.lodestone.points.earning.accrual;

import dev.lodestone.events.orders.state.OrderNumbers;
import dev.lodestone.events.orders.state.OrderState;
import dev.lodestone.platform.orders.OrderFold;
import dev.lodestone.platform.orders.OrderKey;
import dev.lodestone.points.ledger.account.Account;
import dev.lodestone.points.ledger.lots.Lot;
import dev.lodestone.points.ledger.postings.LockedAccounts;
import dev.lodestone.points.ledger.postings.RuleRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The orders of a batch: their states and awards. Not thread-safe. */
final class Purchases {
    private final OrderNumbers numbers;
    private final Map<OrderKey, Purchase> known;
    private final OrderFold fold;
    private final Map<OrderKey, List<OrderAward>> awards = new HashMap<>();
    private final Set<OrderKey> stored = new HashSet<>();

    Purchases(OrderNumbers numbers, Map<OrderKey, Purchase> known) {
        this.numbers = numbers;
        this.known = Map.copyOf(known);
        this.fold = new OrderFold(
                numbers, known.values().stream().collect(Collectors.toMap(Purchase::key, Purchase::state)));
        known.values().forEach(purchase -> {
            if (purchase.awards() != null) {
                awards.put(purchase.key(), purchase.awards());
                stored.add(purchase.key());
            }
        });
    }

    OrderFold fold() {
        return fold;
    }

    @Nullable Purchase known(OrderKey key) {
        return known.get(key);
    }

    /** Records the first awards of an order. They are stored only if the lots of the order cannot identify them. */
    void recordPaid(OrderKey key, List<OrderAward> first) {
        awards.put(key, first);
        if (numbers == OrderNumbers.SOURCE) {
            stored.add(key);
        }
    }

    /** Replaces the awards of an order. */
    void replace(OrderKey key, List<OrderAward> now) {
        awards.put(key, List.copyOf(now));
        stored.add(key);
    }

    /**
     * The awards of the order {@code orderId}. Where numbers are unique for the brand, each other lot of the order is an award too, such as
     * the bonus of an offer.
     */
    List<OrderAward> awards(OrderKey key, String orderId, LockedAccounts accounts, Map<UUID, RuleRef> rules) {
        List<OrderAward> all = new ArrayList<>(awards.getOrDefault(key, List.of()));
        Set<UUID> lots = all.stream().flatMap(award -> award.lots().stream()).collect(Collectors.toSet());
        if (numbers == OrderNumbers.BRAND) {
            for (Account account : accounts.accounts(key.member())) {
                for (Lot lot : account.lotsOf(orderId)) {
                    if (!lots.contains(lot.id())) {
                        all.add(award(account, lot, rules.get(lot.id())));
                    }
                }
            }
        }
        return all;
    }

    /** The purchases to persist. */
    List<Purchase> changed() {
        Set<OrderKey> keys = new HashSet<>(fold.changed().keySet());
        stored.stream().filter(key -> !isKnown(key)).forEach(keys::add);
        return keys.stream().sorted().map(this::row).toList();
    }

    private boolean isKnown(OrderKey key) {
        Purchase before = known.get(key);
        return before != null && Objects.equals(awards.get(key), before.awards());
    }

    private Purchase row(OrderKey key) {
        OrderState state = fold.state(key);
        return new Purchase(key, state, stored.contains(key) ? awards.get(key) : null);
    }

    private static OrderAward award(Account account, Lot lot, @Nullable RuleRef rule) {
        return new OrderAward(
                rule == null ? null : rule.code(),
                rule == null ? null : rule.version(),
                account.asset(),
                lot.amount(),
                List.of(lot.id()));
    }
}
