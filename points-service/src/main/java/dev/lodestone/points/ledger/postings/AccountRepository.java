package dev.lodestone.points.ledger.postings;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Pipeline;
import dev.lodestone.platform.sql.Rows;
import dev.lodestone.points.ledger.account.Account;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.account.Balances;
import dev.lodestone.points.ledger.account.Hold;
import dev.lodestone.points.ledger.lots.Lot;
import dev.lodestone.points.ledger.lots.LotOrigin;
import dev.lodestone.points.ledger.lots.LotPart;
import dev.lodestone.points.ledger.lots.LotTerms;
import dev.lodestone.points.ledger.lots.LotUnits;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Locks accounts and loads their lots and holds, with one statement for all rows of a kind. */
@ApplicationScoped
class AccountRepository {
    private static final String CREATE = """
            insert into account (member_id, asset)
            select member_id, asset from unnest($1::uuid[]) as member_id, unnest($2::text[]) as asset order by member_id, asset
            on conflict do nothing
            """;
    private static final String LOCK = """
            select member_id, asset, credits, debits, pending, held, floor, version from account
            where member_id = any($1::uuid[]) order by member_id, asset for update
            """;
    /** Skips locked rows until the limit is reached, so that several replicas share the due accounts. */
    private static final String LOCK_DUE = """
            with expiring as (
                select account.* from lot join account using (member_id, asset)
                where lot.expires_at <= $1 and lot.remaining > 0
                  and lot.member_id <> all($3::uuid[])
                  and greatest(lot.earned_at, lot.available_at, lot.returned_at) <= $1
                order by lot.expires_at limit $2 for update of account skip locked),
            confirming as (
                select account.* from lot join account using (member_id, asset)
                where lot.available_at <= $1 and lot.pending > 0 and lot.earned_at <= $1
                  and lot.member_id <> all($3::uuid[])
                order by lot.available_at limit $2 for update of account skip locked),
            releasing as (
                select account.* from hold join account using (member_id, asset)
                where hold.expires_at <= $1 and hold.status = 'OPEN'
                  and hold.member_id <> all($3::uuid[])
                order by hold.expires_at limit $2 for update of account skip locked)
            select member_id, asset, credits, debits, pending, held, floor, version
            from (table expiring union table confirming union table releasing) as due
            """;

    private static final String READ = """
            select member_id, asset, credits, debits, pending, held, floor, version from account where member_id = $1 and asset = $2
            """;
    private static final String LOTS = """
            select member_id, asset, id, amount, pending, remaining, held, expired, clawed_back, earned_at, returned_at, available_at,
                   expires_at, extends_days, order_id, cause_type
            from lot
            where member_id = any($1::uuid[])
              and (pending + remaining + held > 0 or extends_days is not null and expired > 0 or order_id = any($2::text[])
                   or id = any($3::uuid[]))
            """;
    private static final String HOLDS = """
            select hold.member_id, hold.asset, hold.id, hold.amount, hold.order_id, hold.note, hold.held_at, hold.expires_at,
                   hold_lot.lot_id, hold_lot.amount as part
            from hold join hold_lot on hold_lot.member_id = hold.member_id and hold_lot.hold_id = hold.id
            where hold.member_id = any($1::uuid[]) and hold.status = 'OPEN'
            order by hold.member_id, hold.id
            """;

    /** Locks all accounts of {@code members} in the order of their ids; creates missing accounts of {@code assets} first. */
    Uni<LockedAccounts> lock(SqlConnection tx, Set<MemberId> members, Set<Asset> assets) {
        UUID[] ids = ids(members);
        String[] names = assets.stream().map(Asset::name).toArray(String[]::new);
        return Pipeline.both(
                tx.preparedQuery(CREATE).execute(Tuple.of(ids, names)),
                tx.preparedQuery(LOCK).execute(Tuple.tuple().addArrayOfUUID(ids)),
                (created, locked) -> accounts(locked));
    }

    /** Locks the accounts of up to {@code limit} items of each kind that are due by {@code now}; skips locked accounts and {@code except}. */
    Uni<LockedAccounts> lockDue(SqlConnection tx, Instant now, int limit, Set<MemberId> except) {
        return tx.preparedQuery(LOCK_DUE)
                .execute(Tuple.of(Columns.utc(now), limit).addArrayOfUUID(ids(except)))
                .map(AccountRepository::accounts);
    }

    /** Reads the account without a lock; an account that does not exist is empty. */
    Uni<LockedAccounts> read(SqlConnection connection, MemberId member, Asset asset) {
        return connection
                .preparedQuery(READ)
                .execute(Tuple.of(member.value(), asset.name()))
                .map(rows -> rows.size() == 0
                        ? new LockedAccounts(List.of(new Account(member, asset, Balances.NONE, Ids::next)))
                        : accounts(rows));
    }

    /** The open lots and holds of {@code members}, the lots that {@code orders} earned, and the lots with the ids {@code named}. */
    Uni<AccountContents> contents(
            SqlConnection tx, Set<MemberId> members, Collection<String> orders, Collection<UUID> named) {
        UUID[] ids = ids(members);
        Tuple wanted = Tuple.tuple()
                .addArrayOfUUID(ids)
                .addArrayOfString(orders.toArray(String[]::new))
                .addArrayOfUUID(named.toArray(UUID[]::new));
        return Pipeline.both(
                tx.preparedQuery(LOTS).execute(wanted),
                tx.preparedQuery(HOLDS).execute(Tuple.tuple().addArrayOfUUID(ids)),
                (lots, holds) -> new AccountContents(members, lots(lots), holds(holds)));
    }

    private static Map<LockedAccounts.Key, List<Lot>> lots(RowSet<Row> rows) {
        Map<LockedAccounts.Key, List<Lot>> lots = new HashMap<>();
        rows.forEach(
                row -> lots.computeIfAbsent(key(row), key -> new ArrayList<>()).add(lot(row)));
        return lots;
    }

    private static Map<LockedAccounts.Key, List<Hold>> holds(RowSet<Row> rows) {
        Map<UUID, List<Row>> byHold = new LinkedHashMap<>();
        rows.forEach(row -> byHold.computeIfAbsent(row.getUUID("id"), id -> new ArrayList<>())
                .add(row));
        Map<LockedAccounts.Key, List<Hold>> holds = new HashMap<>();
        for (List<Row> parts : byHold.values()) {
            holds.computeIfAbsent(key(parts.getFirst()), key -> new ArrayList<>())
                    .add(hold(parts));
        }
        return holds;
    }

    private static Hold hold(List<Row> parts) {
        Row row = parts.getFirst();
        return new Hold(
                row.getUUID("id"),
                row.getLong("amount"),
                0,
                Hold.Status.OPEN,
                row.getString("order_id"),
                row.getString("note"),
                Rows.instant(row, "held_at"),
                Rows.instant(row, "expires_at"),
                null,
                parts.stream().map(AccountRepository::part).toList());
    }

    private static Lot lot(Row row) {
        return new Lot(
                row.getUUID("id"),
                new LotOrigin(
                        row.getLong("amount"),
                        Rows.instant(row, "earned_at"),
                        row.getString("order_id"),
                        row.getString("cause_type")),
                new LotUnits(
                        row.getLong("pending"),
                        row.getLong("remaining"),
                        row.getLong("held"),
                        row.getLong("expired"),
                        row.getLong("clawed_back")),
                new LotTerms(
                        Rows.instantOrNull(row, "available_at"),
                        Rows.instantOrNull(row, "expires_at"),
                        row.getInteger("extends_days")),
                Rows.instantOrNull(row, "returned_at"));
    }

    private static LotPart part(Row row) {
        return new LotPart(row.getUUID("lot_id"), row.getLong("part"));
    }

    private static LockedAccounts accounts(RowSet<Row> rows) {
        List<Account> accounts = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Balances balances = new Balances(
                    row.getLong("credits"),
                    row.getLong("debits"),
                    row.getLong("pending"),
                    row.getLong("held"),
                    row.getLong("floor"),
                    row.getLong("version"));
            LockedAccounts.Key key = key(row);
            accounts.add(new Account(key.member(), key.asset(), balances, Ids::next));
        }
        return new LockedAccounts(accounts);
    }

    private static LockedAccounts.Key key(Row row) {
        return new LockedAccounts.Key(Rows.member(row, "member_id"), Asset.valueOf(row.getString("asset")));
    }

    private static UUID[] ids(Set<MemberId> members) {
        return members.stream().map(MemberId::value).toArray(UUID[]::new);
    }
}
