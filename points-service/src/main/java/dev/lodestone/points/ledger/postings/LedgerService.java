package dev.lodestone.points.ledger.postings;

import dev.lodestone.events.EventSource;
import dev.lodestone.events.MemberId;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.outbox.Outbox;
import dev.lodestone.platform.outbox.OutboxRow;
import dev.lodestone.platform.sql.Pipeline;
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
 * The entry point of the ledger. In one transaction, the caller opens the accounts of all members concerned, loads the lots of those that
 * do more than earn, posts to the accounts in memory, and writes them.
 *
 * <p>Accounts stay locked until the transaction ends. So effects on one member run one after another, and their events are published in
 * that order. The number of statements is constant, however many members and postings there are.
 */
@ApplicationScoped
public class LedgerService {
    private final AccountRepository accounts;
    private final SpendRepository spends;
    private final HoldRepository holds;
    private final PostingRepository postings;
    private final RefundPolicy refundPolicy;
    private final Clock clock;

    LedgerService(
            AccountRepository accounts,
            SpendRepository spends,
            HoldRepository holds,
            PostingRepository postings,
            LedgerConfig config,
            Clock clock) {
        this.accounts = accounts;
        this.spends = spends;
        this.holds = holds;
        this.postings = postings;
        this.refundPolicy = new RefundPolicy(config.refundFloor());
        this.clock = clock;
    }

    /** How a refund claws back points that are already spent. */
    public RefundPolicy refundPolicy() {
        return refundPolicy;
    }

    /**
     * Locks all accounts of {@code members} in the order of their ids; creates missing accounts of {@code assets} first. No posting to them
     * is dated after the time of the lock, whatever a sender's clock says.
     */
    public Uni<LockedAccounts> open(SqlConnection tx, Set<MemberId> members, Set<Asset> assets) {
        return accounts.lock(tx, members, assets).invoke(locked -> {
            Instant now = clock.instant();
            locked.accounts().forEach(account -> account.bookAt(now));
        });
    }

    /** Opens the accounts of {@code members} with their lots and holds, and books what is due by {@code now}. */
    public Uni<LockedAccounts> openWithLots(SqlConnection tx, Set<MemberId> members, Asset asset, Instant now) {
        return Pipeline.both(
                open(tx, members, Set.of(asset)),
                accounts.contents(tx, members, List.of(), List.of()),
                (locked, contents) -> {
                    locked.load(contents);
                    locked.accounts().forEach(account -> account.advance(now));
                    return locked;
                });
    }

    /**
     * Reads the account with its lots and holds, for a forecast. Postings to it must not be written, because nothing is locked. Call it in
     * a transaction with one snapshot, so that the parts agree.
     */
    public Uni<Account> read(SqlConnection snapshot, MemberId member, Asset asset) {
        return accounts.read(snapshot, member, asset)
                .call(found -> load(snapshot, found, Set.of(member), List.of(), List.of()))
                .map(found -> found.account(member, asset));
    }

    /** The accounts that {@link #openDue} would open. */
    public Uni<List<LockedAccounts.Key>> due(SqlConnection tx, Instant now, int limit, Set<MemberId> except) {
        return accounts.lockDue(tx, now, limit, except)
                .map(locked -> locked.accounts().stream()
                        .map(account -> new LockedAccounts.Key(account.member(), account.asset()))
                        .toList());
    }

    /**
     * Locks the accounts of up to {@code limit} due items of each kind, loads their lots and holds, and books what is due by {@code now}.
     * Skips locked accounts and the accounts of the members {@code except}.
     */
    public Uni<LockedAccounts> openDue(SqlConnection tx, Instant now, int limit, Set<MemberId> except) {
        return accounts.lockDue(tx, now, limit, except)
                .call(locked -> load(tx, locked, locked.members(), List.of(), List.of()))
                .invoke(locked -> locked.accounts().forEach(account -> account.advance(now)));
    }

    /**
     * Loads the lots and holds of {@code members}. Call it before a redemption or a clawback.
     *
     * @param orders whose lots and spends are loaded even if they are used up
     * @param named ids of lots that are loaded even if they are used up
     */
    public Uni<Void> load(
            SqlConnection tx,
            LockedAccounts locked,
            Set<MemberId> members,
            Collection<String> orders,
            Collection<UUID> named) {
        if (members.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return spends.load(tx, locked, members, orders).chain(spentFrom -> {
            Set<UUID> lots = new HashSet<>(named);
            lots.addAll(spentFrom);
            return accounts.contents(tx, members, orders, lots)
                    .invoke(locked::load)
                    .replaceWithVoid();
        });
    }

    /** The rule version that made each of {@code postings}; postings without a rule are left out. */
    public Uni<Map<UUID, RuleRef>> rules(SqlConnection tx, Set<MemberId> members, Collection<UUID> postings) {
        return spends.rules(tx, members, postings);
    }

    /** Hold {@code id} of {@code member}, open or closed, if it exists. */
    public Uni<Optional<StoredHold>> findHold(SqlConnection connection, MemberId member, UUID id) {
        return holds.find(connection, member, id);
    }

    /** The spend of posting {@code id} of {@code member}, if the posting spent units. */
    public Uni<Optional<OrderSpend>> findSpend(SqlConnection tx, MemberId member, UUID id) {
        return spends.find(tx, member, id);
    }

    /** Writes the changes of the {@code locked} accounts, and publishes their postings to the topic {@code points}. */
    public Uni<Void> write(SqlConnection tx, LockedAccounts locked) {
        List<AccountChanges> changes = locked.accounts().stream()
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
                        EventSource.POINTS,
                        posting.member(),
                        posting.occurredAt(),
                        posting.toEvent(),
                        posting.cause().traceparent(),
                        posting.cause().id().toString())))
                .toList();
    }
}
