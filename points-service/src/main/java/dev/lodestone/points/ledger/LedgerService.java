package dev.lodestone.points.ledger;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.outbox.Outbox;
import dev.lodestone.platform.outbox.OutboxRow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * The door of the ledger. Inside one transaction: open the accounts of all members concerned, post to them in memory, write.
 *
 * <p>Accounts stay locked until the transaction ends, so two effects on one member follow each other, and their events are told in that
 * order. Everything is a constant number of statements, however many members and postings there are.
 */
@ApplicationScoped
public class LedgerService {
    private static final String SOURCE = "/points-service";

    private final LedgerRepository repository;

    LedgerService(LedgerRepository repository) {
        this.repository = repository;
    }

    /**
     * Locks the accounts of {@code members}.
     *
     * @param withLots those whose lots may be spent or taken back; earning needs no lots
     */
    public Uni<Book> open(SqlConnection tx, Asset asset, Set<MemberId> members, Set<MemberId> withLots) {
        return repository.lock(tx, asset, members, withLots).map(Book::new);
    }

    /** Writes what was posted to {@code book} since it was opened, and tells it on the topic {@code points}. */
    public Uni<Void> write(SqlConnection tx, Book book) {
        return repository.write(tx, book.accounts()).chain(() -> Outbox.append(tx, events(book)));
    }

    private static List<OutboxRow> events(Book book) {
        return book.accounts().stream()
                .flatMap(account -> account.postings().stream())
                .map(posting -> OutboxRow.of(new Event<>(
                        posting.id().toString(),
                        SOURCE,
                        posting.member(),
                        posting.cause().occurredAt(),
                        posting.fact(),
                        posting.cause().traceparent(),
                        posting.cause().id().toString())))
                .toList();
    }
}
