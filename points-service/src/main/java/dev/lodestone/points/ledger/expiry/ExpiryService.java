package dev.lodestone.points.ledger.expiry;

import dev.lodestone.platform.alarm.Alarms;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.outbox.Outbox;
import dev.lodestone.platform.outbox.OutboxRow;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.ledger.postings.LedgerService;
import dev.lodestone.points.ledger.postings.LockedAccounts;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Books due items and notifies members of lots that expire soon, one bounded batch at a time. */
@ApplicationScoped
public class ExpiryService {
    private static final Logger LOG = Logger.getLogger(ExpiryService.class);

    private final Transactions transactions;
    private final LedgerService ledger;
    private final NoticeRepository notices;
    private final ExpiryConfig config;
    private final DeferredAccounts deferred;
    private final Alarms alarms;
    private final Clock clock;

    ExpiryService(
            Transactions transactions,
            LedgerService ledger,
            NoticeRepository notices,
            ExpiryConfig config,
            Alarms alarms,
            Clock clock) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.notices = notices;
        this.config = config;
        this.deferred = new DeferredAccounts(config.retryAfter());
        this.alarms = alarms;
        this.clock = clock;
    }

    /**
     * Books the due items of a batch of accounts, each item at its due time. Locked accounts are left for the next batch. An account that
     * fails stays unchanged and does not block the other accounts of its batch; it raises an alarm and is tried again after a growing pause.
     *
     * @return the number of accounts changed; 0 if nothing is due or all due accounts are locked
     */
    Uni<Integer> settleDue() {
        Instant now = clock.instant();
        return settle(tx -> ledger.openDue(tx, now, config.batchSize(), deferred.at(now)))
                .onFailure()
                .recoverWithUni(failure -> settleOneByOne(now));
    }

    /**
     * Publishes the next notices of units that expire soon: one for each member, asset and expiry time.
     *
     * @return the number of notices
     */
    Uni<Integer> notifyExpiring() {
        Instant now = clock.instant();
        return transactions.run(tx -> notices.claim(tx, now, now.plus(config.noticeBefore()), config.noticeBatchSize())
                .call(claimed -> Outbox.append(
                        tx, claimed.stream().map(notice -> event(notice, now)).toList()))
                .map(claimed -> claimed.size()));
    }

    private static OutboxRow event(Notice notice, Instant now) {
        return notice.toOutboxRow(Ids.derived(notice.member().value(), notice.name()), now);
    }

    private Uni<Integer> settleOneByOne(Instant now) {
        return transactions
                .run(tx -> ledger.due(tx, now, config.batchSize(), deferred.at(now)))
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due))
                .onItem()
                .transformToUniAndConcatenate(account -> settleAlone(account, now))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> settleAlone(LockedAccounts.Key account, Instant now) {
        return settle(tx -> ledger.openWithLots(tx, Set.of(account.member()), account.asset(), now))
                .invoke(() -> deferred.settled(account.member()))
                .onFailure()
                .invoke(failure -> defer(account, now, failure))
                .onFailure()
                .recoverWithItem(0);
    }

    private void defer(LockedAccounts.Key account, Instant now, Throwable failure) {
        LOG.errorf(
                "an account cannot be settled, verify it: member=%s asset=%s error=%s",
                account.member(), account.asset(), failure);
        deferred.failed(account.member(), now);
        alarms.raise("expiry-failed", "an account cannot be settled; the log names it");
    }

    private Uni<Integer> settle(Function<SqlConnection, Uni<LockedAccounts>> opening) {
        return transactions.run(
                tx -> opening.apply(tx).call(locked -> ledger.write(tx, locked)).map(ExpiryService::settled));
    }

    /** Counts the changed accounts only; if unchanged accounts counted too, the job could loop for ever. */
    private static int settled(LockedAccounts locked) {
        return (int) locked.accounts().stream()
                .filter(account -> !account.changes().isNothing())
                .count();
    }
}
