package dev.lodestone.points.ledger.postings;

import dev.lodestone.events.MemberId;
import dev.lodestone.points.ledger.account.Account;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.account.OrderSpend;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The accounts that a transaction holds locked, and the spends on orders that the caller asked to load. */
public final class LockedAccounts {
    /** Identifies an account. */
    public record Key(MemberId member, Asset asset) {}

    private final Map<MemberId, Map<Asset, Account>> byMember = new HashMap<>();
    private final Map<Key, List<OrderSpend>> spends = new HashMap<>();

    LockedAccounts(Collection<Account> accounts) {
        accounts.forEach(account -> byMember.computeIfAbsent(account.member(), member -> new EnumMap<>(Asset.class))
                .put(account.asset(), account));
    }

    /** The account of {@code member}, who must be one of the members whose accounts were opened. */
    public Account account(MemberId member, Asset asset) {
        Account account = byMember.getOrDefault(member, Map.of()).get(asset);
        if (account == null) {
            throw new IllegalStateException("the account " + asset + " of member " + member + " is not open");
        }
        return account;
    }

    /** All open accounts of {@code member}. */
    public Collection<Account> accounts(MemberId member) {
        return byMember.getOrDefault(member, Map.of()).values();
    }

    /** The loaded spends of {@code account} on {@code orderId}. */
    public List<OrderSpend> spends(Account account, String orderId) {
        return spends.getOrDefault(new Key(account.member(), account.asset()), List.of()).stream()
                .filter(spend -> spend.orderId().equals(orderId))
                .toList();
    }

    void addSpend(MemberId member, Asset asset, OrderSpend spend) {
        spends.computeIfAbsent(new Key(member, asset), key -> new ArrayList<>()).add(spend);
    }

    Set<MemberId> members() {
        return Set.copyOf(byMember.keySet());
    }

    void load(AccountContents contents) {
        for (MemberId member : contents.members()) {
            for (Account account : accounts(member)) {
                Key key = new Key(member, account.asset());
                account.load(
                        contents.lots().getOrDefault(key, List.of()),
                        contents.holds().getOrDefault(key, List.of()));
            }
        }
    }

    /** All open accounts. */
    public List<Account> accounts() {
        return byMember.values().stream()
                .flatMap(accounts -> accounts.values().stream())
                .toList();
    }
}
