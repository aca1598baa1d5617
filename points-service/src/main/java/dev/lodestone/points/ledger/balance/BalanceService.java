package dev.lodestone.points.ledger.balance;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.ledger.account.Account;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.history.BalanceView;
import dev.lodestone.points.ledger.history.LedgerHistoryService;
import dev.lodestone.points.ledger.history.LedgerSummaryView;
import dev.lodestone.points.ledger.lots.Lot;
import dev.lodestone.points.ledger.postings.LedgerService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Balances at any time: present, past, and future if there are no further events. */
@ApplicationScoped
class BalanceService {
    private static final Duration FORECAST_DEFAULT = Duration.ofDays(365);
    /** Balances, lots and holds are read by one statement each; the snapshot makes them agree. */
    private static final String SNAPSHOT = "set transaction isolation level repeatable read, read only";

    private final Transactions transactions;
    private final LedgerService ledger;
    private final LedgerHistoryService history;
    private final Clock clock;

    BalanceService(Transactions transactions, LedgerService ledger, LedgerHistoryService history, Clock clock) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.history = history;
        this.clock = clock;
    }

    /**
     * The member's balance.
     *
     * @param at counts everything that happened until then. A future time also counts items that become due by then
     * @param bookedBy counts only postings booked by then, and no items that became due later
     */
    Uni<BalanceView> balance(MemberId member, Asset asset, @Nullable Instant at, @Nullable Instant bookedBy) {
        if (at == null && bookedBy == null) {
            return now(member, asset, clock.instant());
        }
        return at != null && bookedBy == null && at.isAfter(clock.instant())
                ? readAccount(member, asset).map(account -> ahead(account, at))
                : transactions.read(connection -> history.balanceAsOf(connection, member, asset, at, bookedBy));
    }

    /** Counts due items as if they were booked, so that a delay of the expiry job does not show. */
    private Uni<BalanceView> now(MemberId member, Asset asset, Instant now) {
        return transactions
                .read(connection -> history.balance(connection, member, asset, now))
                .chain(booked -> booked.map(Uni.createFrom()::item)
                        .orElseGet(() -> readAccount(member, asset).map(account -> ahead(account, now))));
    }

    /** The postings that become due by {@code until} if there are no further events. The expiry job books them with the same code. */
    Uni<List<ForecastLine>> forecast(MemberId member, Asset asset, @Nullable Instant until) {
        Instant to = until == null ? clock.instant().plus(FORECAST_DEFAULT) : until;
        return readAccount(member, asset).map(account -> {
            account.advance(to);
            return account.changes().postings().stream().map(ForecastLine::of).toList();
        });
    }

    Uni<LedgerSummaryView> summary(Asset asset) {
        return transactions.read(connection -> history.summary(connection, asset));
    }

    private Uni<Account> readAccount(MemberId member, Asset asset) {
        return transactions.run(tx -> tx.query(SNAPSHOT).execute().chain(() -> ledger.read(tx, member, asset)));
    }

    private static BalanceView ahead(Account account, Instant at) {
        long version = account.balances().version();
        account.advance(at);
        return new BalanceView(
                account.member().value(),
                account.asset(),
                account.available(),
                account.balances().pending(),
                account.balances().held(),
                version,
                account.openLots().stream()
                        .map(Lot::expiresAt)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }
}
