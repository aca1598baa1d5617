package dev.lodestone.points.ledger;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.transactions.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The ledger's tables, a statement for all rows of a kind. */
@ApplicationScoped
class LedgerRepository {
    private static final String CREATE_ACCOUNTS = """
            insert into account (member_id, asset) select id, $2 from unnest($1::uuid[]) as id order by id
            on conflict do nothing
            """;
    private static final String LOCK_ACCOUNTS = """
            select member_id, debits, credits, version from account
            where member_id = any($1::uuid[]) and asset = $2 order by member_id for update
            """;
    private static final String OPEN_LOTS = """
            select member_id, id, amount, remaining, earned_at, expires_at from lot
            where member_id = any($1::uuid[]) and asset = $2 and remaining > 0
            """;
    private static final String WRITE_ACCOUNTS = """
            update account set debits = new.debits, credits = new.credits, version = new.version
            from unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[])
                 as new (member_id, asset, debits, credits, version)
            where account.member_id = new.member_id and account.asset = new.asset
            """;
    private static final String WRITE_POSTINGS = """
            insert into posting (member_id, asset, account_version, id, kind, program, amount, balance_after, cause_id, cause_type,
                                 order_id, rule_code, rule_version, occurred_at)
            select * from unnest($1::uuid[], $2::text[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::bigint[], $8::bigint[],
                                 $9::uuid[], $10::text[], $11::text[], $12::text[], $13::int[], $14::timestamptz[])
            """;
    private static final String WRITE_PROGRAM_ACCOUNTS = """
            insert into program_account as held (program, asset, shard, debits, credits)
            select program, asset, pg_backend_pid() % 16,
                   coalesce(sum(amount) filter (where amount > 0), 0), coalesce(-sum(amount) filter (where amount < 0), 0)
            from unnest($1::text[], $2::text[], $3::bigint[]) as posted (program, asset, amount)
            group by program, asset order by program, asset
            on conflict (program, asset, shard)
            do update set debits = held.debits + excluded.debits, credits = held.credits + excluded.credits
            """;
    private static final String WRITE_LOTS = """
            insert into lot (member_id, asset, id, amount, remaining, earned_at, expires_at)
            select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::bigint[], $5::bigint[], $6::timestamptz[], $7::timestamptz[])
            on conflict (member_id, asset, id) do update set remaining = excluded.remaining
            """;
    private static final String WRITE_LOT_USES = """
            insert into lot_use (member_id, asset, account_version, lot_id, amount)
            select * from unnest($1::uuid[], $2::text[], $3::bigint[], $4::uuid[], $5::bigint[])
            """;

    /** A row that belongs to an account. */
    private record Of<T>(Account account, T row) {}

    /**
     * Locks the accounts of {@code members} in the order of their ids, making those that are missing. Lots are read under the lock, and
     * only for {@code withLots}.
     */
    Uni<Map<MemberId, Account>> lock(SqlConnection tx, Asset asset, Set<MemberId> members, Set<MemberId> withLots) {
        Tuple ids = Columns.of(members).members(id -> id).tuple().addString(asset.name());
        return tx.preparedQuery(CREATE_ACCOUNTS)
                .execute(ids)
                .chain(() -> tx.preparedQuery(LOCK_ACCOUNTS).execute(ids))
                .chain(rows -> openLots(tx, asset, withLots).map(lots -> accounts(rows, asset, withLots, lots)));
    }

    private Uni<Map<MemberId, List<Lot>>> openLots(SqlConnection tx, Asset asset, Set<MemberId> members) {
        if (members.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return tx.preparedQuery(OPEN_LOTS)
                .execute(Columns.of(members).members(id -> id).tuple().addString(asset.name()))
                .map(LedgerRepository::lots);
    }

    Uni<Void> write(SqlConnection tx, Collection<Account> accounts) {
        List<Account> changed = accounts.stream()
                .filter(account -> !account.postings().isEmpty())
                .toList();
        List<Posting> postings =
                changed.stream().flatMap(account -> account.postings().stream()).toList();
        return writeAccounts(tx, changed)
                .chain(() -> writePostings(tx, postings))
                .chain(() -> writeProgramAccounts(tx, postings))
                .chain(() -> writeLots(tx, rows(changed, Account::lotsChanged)))
                .chain(() -> writeLotUses(tx, rows(changed, Account::lotUses)));
    }

    private static Uni<Void> writeAccounts(SqlConnection tx, List<Account> rows) {
        return execute(
                tx,
                WRITE_ACCOUNTS,
                Columns.of(rows)
                        .members(Account::member)
                        .texts(row -> row.asset().name())
                        .longs(Account::debits)
                        .longs(Account::credits)
                        .longs(Account::version));
    }

    private static Uni<Void> writePostings(SqlConnection tx, List<Posting> rows) {
        return execute(
                tx,
                WRITE_POSTINGS,
                Columns.of(rows)
                        .members(Posting::member)
                        .texts(row -> row.asset().name())
                        .longs(Posting::accountVersion)
                        .uuids(Posting::id)
                        .texts(row -> row.kind().name())
                        .texts(row -> Program.of(row.kind()).name())
                        .longs(Posting::amount)
                        .longs(Posting::balanceAfter)
                        .uuids(row -> row.cause().id())
                        .texts(row -> row.cause().type())
                        .texts(row -> row.cause().orderId())
                        .texts(row -> row.cause().ruleCode())
                        .integers(row -> row.cause().ruleVersion())
                        .instants(row -> row.cause().occurredAt()));
    }

    private static Uni<Void> writeProgramAccounts(SqlConnection tx, List<Posting> rows) {
        return execute(
                tx,
                WRITE_PROGRAM_ACCOUNTS,
                Columns.of(rows)
                        .texts(row -> Program.of(row.kind()).name())
                        .texts(row -> row.asset().name())
                        .longs(Posting::amount));
    }

    private static Uni<Void> writeLots(SqlConnection tx, List<Of<Lot>> rows) {
        return execute(
                tx,
                WRITE_LOTS,
                Columns.of(rows)
                        .members(of -> of.account().member())
                        .texts(of -> of.account().asset().name())
                        .uuids(of -> of.row().id())
                        .longs(of -> of.row().amount())
                        .longs(of -> of.row().remaining())
                        .instants(of -> of.row().earnedAt())
                        .instants(of -> of.row().expiresAt()));
    }

    private static Uni<Void> writeLotUses(SqlConnection tx, List<Of<LotUse>> rows) {
        return execute(
                tx,
                WRITE_LOT_USES,
                Columns.of(rows)
                        .members(of -> of.account().member())
                        .texts(of -> of.account().asset().name())
                        .longs(of -> of.row().accountVersion())
                        .uuids(of -> of.row().lotId())
                        .longs(of -> of.row().amount()));
    }

    private static Uni<Void> execute(SqlConnection tx, String statement, Columns<?> columns) {
        return columns.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(statement).execute(columns.tuple()).replaceWithVoid();
    }

    private static Map<MemberId, Account> accounts(
            RowSet<Row> rows, Asset asset, Set<MemberId> withLots, Map<MemberId, List<Lot>> lots) {
        Map<MemberId, Account> accounts = HashMap.newHashMap(rows.size());
        for (Row row : rows) {
            MemberId member = new MemberId(row.getUUID(0));
            accounts.put(
                    member,
                    new Account(
                            member,
                            asset,
                            row.getLong(1),
                            row.getLong(2),
                            row.getLong(3),
                            withLots.contains(member) ? lots.getOrDefault(member, List.of()) : null));
        }
        return accounts;
    }

    private static Map<MemberId, List<Lot>> lots(RowSet<Row> rows) {
        Map<MemberId, List<Lot>> lots = new HashMap<>();
        for (Row row : rows) {
            OffsetDateTime expiresAt = row.getOffsetDateTime(5);
            lots.computeIfAbsent(new MemberId(row.getUUID(0)), member -> new ArrayList<>())
                    .add(new Lot(
                            row.getUUID(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getOffsetDateTime(4).toInstant(),
                            expiresAt == null ? null : expiresAt.toInstant()));
        }
        return lots;
    }

    private static <T> List<Of<T>> rows(List<Account> accounts, Function<Account, List<T>> rows) {
        return accounts.stream()
                .flatMap(account -> rows.apply(account).stream().map(row -> new Of<>(account, row)))
                .toList();
    }
}
