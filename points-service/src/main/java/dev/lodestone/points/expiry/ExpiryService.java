package dev.lodestone.points.expiry;

import dev.lodestone.platform.outbox.Outbox;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.ledger.Book;
import dev.lodestone.points.ledger.LedgerService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Settles what is due by now, and tells what will lapse soon, a bounded batch at a time. */
@ApplicationScoped
public class ExpiryService {
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
     * Books what is due in some accounts, each thing at the time it was due; accounts in use are left for the next batch.
     *
     * @return how many accounts were settled; 0 if nothing is due or all that is due is in use
     */
    Uni<Integer> settleDue() {
        return transactions.run(tx -> ledger.openDue(tx, clock.instant(), config.batchSize())
                .call(book -> ledger.write(tx, book))
                .map(ExpiryService::settled));
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

    /** Those that were only looked at do not count, or a sweep could go round for ever. */
    private static int settled(Book book) {
        return (int) book.accounts().stream()
                .filter(account -> !account.changes().isNothing())
                .count();
    }
}
