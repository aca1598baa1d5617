package dev.lodestone.points.ledger.expiry;

import dev.lodestone.platform.outbox.Outbox;
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

/** Settles what is due by now, and tells what will lapse soon, a bounded batch at a time. */
@ApplicationScoped
public class ExpiryService {
    private static final Logger LOG = Logger.getLogger(ExpiryService.class);

    private final Transactions transactions;
    private final LedgerService ledger;
    private final NoticeRepository notices;
    private final ExpiryConfig config;
    private final Clock clock;

    ExpiryService(
            Transactions transactions,
            LedgerService ledger,
            NoticeRepository notices,
            ExpiryConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.notices = notices;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Books what is due in some accounts, each thing at the time it was due; accounts in use are left for the next batch. An account that
     * cannot be settled stays as it is, and holds up no other one of its batch.
     *
     * @return how many accounts were settled; 0 if nothing is due or all that is due is in use
     */
    Uni<Integer> settleDue() {
        Instant now = clock.instant();
        return settle(tx -> ledger.openDue(tx, now, config.batchSize()))
                .onFailure()
                .recoverWithUni(failure -> settleOneByOne(now));
    }

    /**
     * Tells the next members what will lapse, each once for an instant of lapsing.
     *
     * @return how many were told
     */
    Uni<Integer> tellExpiring() {
        Instant now = clock.instant();
        return transactions.run(tx -> notices.claim(tx, now, now.plus(config.noticeBefore()), config.noticeBatchSize())
                .call(claimed -> Outbox.append(
                        tx, claimed.stream().map(notice -> notice.told(now)).toList()))
                .map(claimed -> claimed.size()));
    }

    private Uni<Integer> settleOneByOne(Instant now) {
        return transactions
                .run(tx -> ledger.due(tx, now, config.batchSize()))
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due))
                .onItem()
                .transformToUniAndConcatenate(account -> settleAlone(account, now))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> settleAlone(LockedAccounts.Key account, Instant now) {
        return settle(tx -> ledger.openWithLots(tx, Set.of(account.member()), account.asset(), now))
                .onFailure()
                .invoke(failure -> LOG.errorf(
                        "an account cannot be settled, verify it: member=%s asset=%s error=%s",
                        account.member(), account.asset(), failure))
                .onFailure()
                .recoverWithItem(0);
    }

    private Uni<Integer> settle(Function<SqlConnection, Uni<LockedAccounts>> opening) {
        return transactions.run(
                tx -> opening.apply(tx).call(book -> ledger.write(tx, book)).map(ExpiryService::settled));
    }

    /** Those that were only looked at do not count, or a sweep could go round for ever. */
    private static int settled(LockedAccounts book) {
        return (int) book.accounts().stream()
                .filter(account -> !account.changes().isNothing())
                .count();
    }
}
