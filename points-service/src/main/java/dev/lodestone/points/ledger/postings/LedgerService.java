package dev.lodestone.points.ledger.postings;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.outbox.Outbox;
import dev.lodestone.platform.outbox.OutboxRow;
import dev.lodestone.platform.transactions.Pipeline;
import dev.lodestone.points.ledger.account.Account;
import dev.lodestone.points.ledger.account.AccountChanges;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.account.OrderSpend;
import dev.lodestone.points.ledger.account.RefundPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The door of the ledger. Inside one transaction: open the accounts of all members concerned, load the lots of those that do more than
 * earn, post to them in memory, write.
 *
 * <p>Accounts stay locked until the transaction ends, so two effects on one member follow each other, and their events are told in that
 * order. Everything is a constant number of statements, however many members and postings there are.
 */
@ApplicationScoped
public class LedgerService {
    private static final String SOURCE = "/points-service";

    private final AccountRepository accounts;
    private final SpendRepository spends;
    private final PostingRepository postings;
    private final RefundPolicy refundPolicy;
    private final Clock clock;

    LedgerService(
            AccountRepository accounts,
            SpendRepository spends,
            PostingRepository postings,
            LedgerConfig config,
            Clock clock) {
        this.accounts = accounts;
        this.spends = spends;
        this.postings = postings;
        this.refundPolicy = new RefundPolicy(config.refundFloor());
        this.clock = clock;
    }

    /** What happens when a refund takes back points that are already spent. */
    public RefundPolicy refundPolicy() {
        return refundPolicy;
    }

    /**
     * Locks all accounts of {@code members}, in the order of their ids; those of {@code assets} are made if they are missing. What is
     * posted to them happens by the time of the lock at the latest, whatever a sender's clock says.
     */
    public Uni<LockedAccounts> open(SqlConnection tx, Set<MemberId> members, Set<Asset> assets) {
        return accounts.lock(tx, members, assets).invoke(book -> {
            Instant now = clock.instant();
            book.accounts().forEach(account -> account.bookAt(now));
        });
    }

    /** Opens the account of one member, lots and holds loaded, as it stands at {@code now}. */
    public Uni<LockedAccounts> openWithLots(SqlConnection tx, Set<MemberId> members, Asset asset, Instant now) {
        return Pipeline.both(
                open(tx, members, Set.of(asset)),
                accounts.contents(tx, members, List.of(), List.of()),
                (book, contents) -> {
                    book.load(contents);
                    book.accounts().forEach(account -> account.advance(now));
                    return book;
                });
    }

    /**
     * The account with its lots and holds as it is, to look ahead with: what is posted to it must not be written, since nothing is locked.
     * In a transaction of one snapshot only, so that its parts agree.
     */
    public Uni<Account> look(SqlConnection snapshot, MemberId member, Asset asset) {
        return accounts.look(snapshot, member, asset)
                .call(book -> load(snapshot, book, Set.of(member), List.of(), List.of()))
                .map(book -> book.account(member, asset));
    }

    /** The accounts that {@link #openDue} would open. */
    public Uni<List<LockedAccounts.Key>> due(SqlConnection tx, Instant now, int limit) {
        return accounts.lockDue(tx, now, limit)
                .map(book -> book.accounts().stream()
                        .map(account -> new LockedAccounts.Key(account.member(), account.asset()))
                        .toList());
    }

    /**
     * Locks the accounts of up to {@code limit} due things of each kind, lots and holds loaded, and lets pass what is due by {@code now};
     * skips accounts in use.
     */
    public Uni<LockedAccounts> openDue(SqlConnection tx, Instant now, int limit) {
        return accounts.lockDue(tx, now, limit)
                .call(book -> load(tx, book, book.members(), List.of(), List.of()))
                .invoke(book -> book.accounts().forEach(account -> account.advance(now)));
    }

    /**
     * Loads the lots and holds of {@code members}, so that they can spend and be taken back from.
     *
     * @param orders whose lots and spends are needed though they may be used up
     * @param named lots that are needed though they may be used up
     */
    public Uni<Void> load(
            SqlConnection tx,
            LockedAccounts book,
            Set<MemberId> members,
            Collection<String> orders,
            Collection<UUID> named) {
        if (members.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return spends.load(tx, book, members, orders).chain(spentFrom -> {
            Set<UUID> lots = new HashSet<>(named);
            lots.addAll(spentFrom);
            return accounts.contents(tx, members, orders, lots)
                    .invoke(book::load)
                    .replaceWithVoid();
        });
    }

    /** Which version of which rule made those of {@code postings} that a rule made. */
    public Uni<Map<UUID, RuleRef>> rules(SqlConnection tx, Set<MemberId> members, Collection<UUID> postings) {
        return spends.rules(tx, members, postings);
    }

    /** What kind of posting {@code id} of {@code member} is, and of which asset, if there is one. */
    public Uni<Optional<PostingRef>> written(SqlConnection tx, MemberId member, UUID id) {
        return spends.written(tx, member, id);
    }

    /** What posting {@code id} of {@code member} spent, if it spent something. */
    public Uni<Optional<OrderSpend>> spend(SqlConnection tx, MemberId member, UUID id) {
        return spends.find(tx, member, id);
    }

    /** Writes what was posted to {@code book} since it was opened, and tells it on the topic {@code points}. */
    public Uni<Void> write(SqlConnection tx, LockedAccounts book) {
        List<AccountChanges> changes = book.accounts().stream()
                .map(Account::changes)
                .filter(changed -> !changed.isNothing())
                .toList();
        return Pipeline.of(postings.write(tx, changes), Outbox.append(tx, events(changes)));
    }

    private static List<OutboxRow> events(List<AccountChanges> changes) {
        return changes.stream()
                .flatMap(changed -> changed.postings().stream())
                .map(posting -> OutboxRow.of(new Event<>(
                        posting.id().toString(),
                        SOURCE,
                        posting.member(),
                        posting.occurredAt(),
                        posting.fact(),
                        posting.cause().traceparent(),
                        posting.cause().id().toString())))
                .toList();
    }
}
