package dev.lodestone.points.ledger.postings;

import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Pipeline;
import dev.lodestone.points.ledger.account.Account;
import dev.lodestone.points.ledger.account.AccountChanges;
import dev.lodestone.points.ledger.account.Hold;
import dev.lodestone.points.ledger.account.LedgerAccount;
import dev.lodestone.points.ledger.account.OrderSpend;
import dev.lodestone.points.ledger.account.Posting;
import dev.lodestone.points.ledger.lots.Lot;
import dev.lodestone.points.ledger.lots.LotMovement;
import dev.lodestone.points.ledger.lots.LotPart;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes the changes of accounts: one statement for all rows of a kind, and none for a kind without rows. */
@ApplicationScoped
class PostingRepository {
    private static final String ACCOUNTS = """
            update account
            set credits = new.credits, debits = new.debits, pending = new.pending, held = new.held, floor = new.floor, version = new.version
            from unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[])
                 as new (member_id, asset, credits, debits, pending, held, floor, version)
            where account.member_id = new.member_id and account.asset = new.asset
            """;
    private static final String POSTINGS = """
            insert into posting (member_id, asset, account_version, id, kind, from_account, to_account, amount, available_after, pending_after,
                                 held_after, cause_id, cause_type, order_id, rule_code, rule_version, note, reverses, occurred_at, actor)
            select * from unnest($1::uuid[], $2::text[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::bigint[],
                                 $9::bigint[], $10::bigint[], $11::bigint[], $12::uuid[], $13::text[], $14::text[], $15::text[], $16::int[],
                                 $17::text[], $18::uuid[], $19::timestamptz[], $20::text[])
            """;
    private static final String PROGRAM_ACCOUNTS = """
            insert into program_account as held (program, asset, shard, debits, credits)
            select program, asset, pg_backend_pid() % 16,
                   coalesce(sum(amount) filter (where out), 0), coalesce(sum(amount) filter (where not out), 0)
            from unnest($1::text[], $2::text[], $3::bigint[], $4::boolean[]) as posted (program, asset, amount, out)
            group by program, asset order by program, asset
            on conflict (program, asset, shard)
            do update set debits = held.debits + excluded.debits, credits = held.credits + excluded.credits
            """;
    private static final String LOTS = """
            insert into lot (member_id, asset, id, amount, pending, remaining, held, expired, clawed_back, earned_at, returned_at, available_at,
                             expires_at, extends_days, order_id, cause_type)
            select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[],
                                 $9::bigint[], $10::timestamptz[], $11::timestamptz[], $12::timestamptz[], $13::timestamptz[], $14::int[],
                                 $15::text[], $16::text[])
            on conflict (member_id, asset, id) do update
            set pending = excluded.pending, remaining = excluded.remaining, held = excluded.held, expired = excluded.expired,
                clawed_back = excluded.clawed_back, returned_at = excluded.returned_at, expires_at = excluded.expires_at
            """;
    private static final String MOVEMENTS = """
            insert into lot_movement (member_id, asset, account_version, lot_id, free_change, held_change, occurred_at, position)
            select * from unnest($1::uuid[], $2::text[], $3::bigint[], $4::uuid[], $5::bigint[], $6::bigint[], $7::timestamptz[]) with ordinality
            """;
    private static final String HOLDS = """
            insert into hold (member_id, id, asset, amount, posted, status, order_id, note, held_at, expires_at, closed_at)
            select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::bigint[], $6::text[], $7::text[], $8::text[],
                                 $9::timestamptz[], $10::timestamptz[], $11::timestamptz[])
            on conflict (member_id, id) do update
            set posted = excluded.posted, status = excluded.status, closed_at = excluded.closed_at
            """;
    private static final String HOLD_LOTS = """
            insert into hold_lot (member_id, hold_id, lot_id, amount)
            select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[])
            """;
    private static final String CLOSED_HOLD_LOTS = """
            delete from hold_lot using unnest($1::uuid[], $2::uuid[]) as closed (member_id, hold_id)
            where hold_lot.member_id = closed.member_id and hold_lot.hold_id = closed.hold_id
            """;
    private static final String SPENDS = """
            insert into order_spend (member_id, asset, account_version, order_id, amount, returned)
            select * from unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::bigint[], $6::bigint[])
            on conflict (member_id, order_id, asset, account_version) do update set returned = excluded.returned
            """;

    /** A row and its account. */
    private record Of<T>(Account account, T row) {}

    /** A posting to or from an account of the brand; {@code out} is true if it debits that account. */
    private record ProgramSide(LedgerAccount program, Posting posting, boolean out) {}

    Uni<Void> write(SqlConnection tx, List<AccountChanges> changes) {
        List<Posting> postings =
                changes.stream().flatMap(changed -> changed.postings().stream()).toList();
        List<Of<Hold>> holds = rows(changes, AccountChanges::holds);
        return Pipeline.of(
                writeAccounts(tx, changes),
                writePostings(tx, postings),
                writeProgramAccounts(tx, postings),
                writeLots(tx, rows(changes, AccountChanges::lots)),
                writeMovements(tx, rows(changes, AccountChanges::movements)),
                writeHolds(tx, holds),
                writeHoldLots(tx, holds),
                writeSpends(tx, rows(changes, AccountChanges::spends)));
    }

    private static Uni<Void> writeAccounts(SqlConnection tx, List<AccountChanges> changes) {
        List<Account> rows = changes.stream()
                .filter(changed -> !changed.postings().isEmpty())
                .map(AccountChanges::account)
                .toList();
        return Columns.of(rows)
                .members(Account::member)
                .texts(row -> row.asset().name())
                .longs(row -> row.balances().credits())
                .longs(row -> row.balances().debits())
                .longs(row -> row.balances().pending())
                .longs(row -> row.balances().held())
                .longs(row -> row.balances().floor())
                .longs(row -> row.balances().version())
                .execute(tx, ACCOUNTS);
    }

    private static Uni<Void> writePostings(SqlConnection tx, List<Posting> rows) {
        return Columns.of(rows)
                .members(Posting::member)
                .texts(row -> row.asset().name())
                .longs(Posting::accountVersion)
                .uuids(Posting::id)
                .texts(row -> row.kind().name())
                .texts(row -> LedgerAccount.from(row.kind()).name())
                .texts(row -> LedgerAccount.to(row.kind()).name())
                .longs(Posting::amount)
                .longs(row -> row.after().available())
                .longs(row -> row.after().pending())
                .longs(row -> row.after().held())
                .uuids(row -> row.cause().id())
                .texts(row -> row.cause().type())
                .texts(row -> row.cause().orderId())
                .texts(row -> row.cause().ruleCode())
                .integers(row -> row.cause().ruleVersion())
                .texts(row -> row.cause().note())
                .uuids(Posting::reverses)
                .instants(Posting::occurredAt)
                .texts(row -> row.cause().actor())
                .execute(tx, POSTINGS);
    }

    private static Uni<Void> writeProgramAccounts(SqlConnection tx, List<Posting> postings) {
        List<ProgramSide> rows = new ArrayList<>();
        for (Posting posting : postings) {
            LedgerAccount from = LedgerAccount.from(posting.kind());
            LedgerAccount to = LedgerAccount.to(posting.kind());
            if (!from.isMembers()) {
                rows.add(new ProgramSide(from, posting, true));
            }
            if (!to.isMembers()) {
                rows.add(new ProgramSide(to, posting, false));
            }
        }
        return Columns.of(rows)
                .texts(row -> row.program().name())
                .texts(row -> row.posting().asset().name())
                .longs(row -> row.posting().amount())
                .booleans(ProgramSide::out)
                .execute(tx, PROGRAM_ACCOUNTS);
    }

    private static Uni<Void> writeLots(SqlConnection tx, List<Of<Lot>> rows) {
        return columns(rows)
                .uuids(of -> of.row().id())
                .longs(of -> of.row().amount())
                .longs(of -> of.row().pending())
                .longs(of -> of.row().remaining())
                .longs(of -> of.row().held())
                .longs(of -> of.row().expired())
                .longs(of -> of.row().clawedBack())
                .instants(of -> of.row().earnedAt())
                .instants(of -> of.row().returnedAt())
                .instants(of -> of.row().terms().availableAt())
                .instants(of -> of.row().terms().expiresAt())
                .integers(of -> of.row().terms().extendsDays())
                .texts(of -> of.row().orderId())
                .texts(of -> of.row().causeType())
                .execute(tx, LOTS);
    }

    private static Uni<Void> writeMovements(SqlConnection tx, List<Of<LotMovement>> rows) {
        return columns(rows)
                .longs(of -> of.row().accountVersion())
                .uuids(of -> of.row().lotId())
                .longs(of -> of.row().freeChange())
                .longs(of -> of.row().heldChange())
                .instants(of -> of.row().occurredAt())
                .execute(tx, MOVEMENTS);
    }

    private static Uni<Void> writeHolds(SqlConnection tx, List<Of<Hold>> rows) {
        return Columns.of(rows)
                .members(of -> of.account().member())
                .uuids(of -> of.row().id())
                .texts(of -> of.account().asset().name())
                .longs(of -> of.row().amount())
                .longs(of -> of.row().posted())
                .texts(of -> of.row().status().name())
                .texts(of -> of.row().orderId())
                .texts(of -> of.row().note())
                .instants(of -> of.row().heldAt())
                .instants(of -> of.row().expiresAt())
                .instants(of -> of.row().closedAt())
                .execute(tx, HOLDS);
    }

    private static Uni<Void> writeHoldLots(SqlConnection tx, List<Of<Hold>> holds) {
        record PartOf(Of<Hold> hold, LotPart part) {}
        List<PartOf> parts = holds.stream()
                .flatMap(hold -> hold.row().parts().stream().map(part -> new PartOf(hold, part)))
                .toList();
        List<Of<Hold>> closed = holds.stream()
                .filter(hold -> hold.row().status() != Hold.Status.OPEN)
                .toList();
        return Pipeline.of(
                Columns.of(parts)
                        .members(of -> of.hold().account().member())
                        .uuids(of -> of.hold().row().id())
                        .uuids(of -> of.part().lotId())
                        .longs(of -> of.part().amount())
                        .execute(tx, HOLD_LOTS),
                Columns.of(closed)
                        .members(of -> of.account().member())
                        .uuids(of -> of.row().id())
                        .execute(tx, CLOSED_HOLD_LOTS));
    }

    private static Uni<Void> writeSpends(SqlConnection tx, List<Of<OrderSpend>> rows) {
        return columns(rows)
                .longs(of -> of.row().accountVersion())
                .texts(of -> of.row().orderId())
                .longs(of -> of.row().amount())
                .longs(of -> of.row().returned())
                .execute(tx, SPENDS);
    }

    private static <T> Columns<Of<T>> columns(List<Of<T>> rows) {
        return Columns.of(rows)
                .members(of -> of.account().member())
                .texts(of -> of.account().asset().name());
    }

    private static <T> List<Of<T>> rows(List<AccountChanges> changes, Function<AccountChanges, List<T>> rows) {
        return changes.stream()
                .flatMap(changed -> rows.apply(changed).stream().map(row -> new Of<>(changed.account(), row)))
                .toList();
    }
}
