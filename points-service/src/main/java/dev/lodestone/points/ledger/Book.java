package dev.lodestone.points.ledger;

import dev.lodestone.events.MemberId;
import java.util.Collection;
import java.util.Map;

/** The accounts of one asset that a transaction holds locked. */
public final class Book {
    private final Map<MemberId, Account> accounts;

    Book(Map<MemberId, Account> accounts) {
        this.accounts = Map.copyOf(accounts);
    }

    /** The account of {@code member}, who must be among those for whom the book was opened. */
    public Account account(MemberId member) {
        Account account = accounts.get(member);
        if (account == null) {
            throw new IllegalStateException("the book was not opened for member " + member);
        }
        return account;
    }

    Collection<Account> accounts() {
        return accounts.values();
    }
}
