package dev.lodestone.points.ledger.blocks;

import dev.lodestone.platform.sql.Rows;
import dev.lodestone.points.ledger.hashing.Leaf;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Reads the rows of postings. Worker threads convert them to objects, because there may be thousands. */
@ApplicationScoped
class SealedPostingRepository {
    /**
     * {@link #posting} reads the columns by position. The transaction number is selected as text under the name {@code tx}; a statement
     * that sorts by the number must use {@code posting.tx}.
     */
    private static final String COLUMNS = """
            posting.tx::text, posting.member_id, posting.asset, posting.account_version, posting.id, posting.kind, posting.from_account,
            posting.to_account, posting.amount, posting.available_after, posting.pending_after, posting.held_after, posting.cause_id,
            posting.cause_type, posting.order_id, posting.rule_code, posting.rule_version, posting.note, posting.reverses,
            posting.occurred_at, posting.posted_at, posting.actor,
            case posting.kind
                when 'HELD' then
                    (select format('%s|%s|%s', hold.amount, (extract(epoch from held_at) * 1000000)::bigint,
                                   (extract(epoch from expires_at) * 1000000)::bigint)
                     from hold where hold.member_id = posting.member_id and hold.id = posting.id)
                else
                    (select format('%s|%s|%s|%s|%s|%s', lot.amount, (extract(epoch from earned_at) * 1000000)::bigint,
                                   (extract(epoch from available_at) * 1000000)::bigint,
                                   case when extends_days is null then (extract(epoch from expires_at) * 1000000)::bigint end,
                                   extends_days, lot.order_id)
                     from lot
                     where lot.member_id = posting.member_id and lot.asset = posting.asset and lot.id = posting.id)
            end,
            (select string_agg(format('%s:%s:%s', lot_id, free_change, held_change), ',' order by position, lot_id)
             from lot_movement as movement
             where movement.member_id = posting.member_id and movement.asset = posting.asset
               and movement.account_version = posting.account_version)""";

    private static final int COLUMN_COUNT = 24;

    /** Every transaction below the snapshot's xmin has ended. So no later commit can insert a row before the returned ones. */
    private static final String FINISHED = "select " + COLUMNS + """
             from posting
            where (posting.tx, posting.member_id, posting.asset, posting.account_version) > ($1::text::xid8, $2, $3, $4)
              and posting.tx < pg_snapshot_xmin(pg_current_snapshot())
            order by posting.tx, posting.member_id, posting.asset, posting.account_version limit $5
            """;

    private static final String BETWEEN = "select " + COLUMNS + """
            , before.available_after, before.pending_after, before.held_after,
            posting.account_version > 1 or exists (
                select from account where account.member_id = posting.member_id and account.asset = posting.asset)
            from posting
            left join posting as before on before.member_id = posting.member_id and before.asset = posting.asset
                                       and before.account_version = posting.account_version - 1
            where (posting.tx, posting.member_id, posting.asset, posting.account_version) > ($1::text::xid8, $2, $3, $4)
              and (posting.tx, posting.member_id, posting.asset, posting.account_version) <= ($5::text::xid8, $6, $7, $8)
            order by posting.tx, posting.member_id, posting.asset, posting.account_version limit $9
            """;
    private static final String NAMED = "select " + COLUMNS + """
             from posting join unnest($1::uuid[], $2::text[], $3::bigint[]) as named (member_id, asset, account_version)
                          using (member_id, asset, account_version)
            """;
    private static final String STATEMENT = "select " + COLUMNS + """
            , block.number
            from posting
            left join lateral (
                select number from sealed_block
                where (last_tx, last_member, last_asset, last_version)
                      >= (posting.tx, posting.member_id, posting.asset, posting.account_version)
                order by last_tx, last_member, last_asset, last_version limit 1) as block on true
            where posting.member_id = $1 and posting.asset = $2 and posting.account_version > $3
            order by posting.account_version limit $4
            """;
    static final String ALONG_THE_INDEX =
            "set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off";
    static final String LAG = """
            select count(*), min(posted_at)
            from (select posted_at from posting
                  where (tx, member_id, asset, account_version) > ($1::text::xid8, $2, $3, $4)
                  order by tx, member_id, asset, account_version limit $5) as unsealed
            """;

    /** The first postings of finished transactions after {@code after}, at most {@code limit}. */
    Uni<List<SealedPosting>> finished(SqlConnection tx, SealedPosting.Place after, int limit) {
        return read(tx, FINISHED, place(Tuple.tuple(), after).addInteger(limit), SealedPostingRepository::posting);
    }

    /** The postings after {@code after} up to {@code until}, at most {@code limit}. */
    Uni<List<PostingInBook>> between(
            SqlConnection connection, SealedPosting.Place after, SealedPosting.Place until, int limit) {
        Tuple range = place(place(Tuple.tuple(), after), until).addInteger(limit);
        return read(connection, BETWEEN, range, SealedPostingRepository::inBook);
    }

    /** The postings with these keys; unknown keys are left out. */
    Uni<List<SealedPosting>> named(SqlConnection connection, Collection<Leaf.Key> keys) {
        Tuple columns = Tuple.tuple()
                .addArrayOfUUID(keys.stream().map(Leaf.Key::member).toArray(UUID[]::new))
                .addArrayOfString(keys.stream().map(Leaf.Key::asset).toArray(String[]::new))
                .addArrayOfLong(keys.stream().map(Leaf.Key::version).toArray(Long[]::new));
        return read(connection, NAMED, columns, SealedPostingRepository::posting);
    }

    /** The postings of an account after number {@code after}, oldest first. */
    Uni<List<ProvablePosting>> statement(SqlConnection connection, UUID member, String asset, long after, int limit) {
        return read(
                connection,
                STATEMENT,
                Tuple.of(member, asset, after, limit),
                row -> new ProvablePosting(posting(row), row.getLong(COLUMN_COUNT)));
    }

    /**
     * Makes the rest of the transaction use the index. If the planner's statistics are from an empty table, or if it does not know the
     * limit, it wrongly prefers to read and sort the whole table.
     */
    Uni<Void> alongTheIndex(SqlConnection tx) {
        return tx.query(ALONG_THE_INDEX).execute().replaceWithVoid();
    }

    /** The unsealed postings after {@code after}, counted up to {@code atMost}. */
    Uni<SealLag> lag(SqlConnection connection, SealedPosting.Place after, int atMost) {
        return connection
                .preparedQuery(LAG)
                .execute(place(Tuple.tuple(), after).addInteger(atMost))
                .map(rows -> rows.iterator().next())
                .map(row -> new SealLag(row.getLong(0), Rows.instantOrNull(row, 1), null));
    }

    private static <T> Uni<List<T>> read(SqlConnection connection, String sql, Tuple values, Function<Row, T> row) {
        return connection
                .preparedQuery(sql)
                .execute(values)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map((RowSet<Row> rows) -> rows.stream().map(row).toList());
    }

    private static Tuple place(Tuple tuple, SealedPosting.Place place) {
        return tuple.addString(Long.toUnsignedString(place.tx()))
                .addUUID(place.member())
                .addString(place.asset())
                .addLong(place.version());
    }

    private static PostingInBook inBook(Row row) {
        Long available = row.getLong(COLUMN_COUNT);
        return new PostingInBook(
                posting(row),
                available == null
                        ? null
                        : new PostingInBook.Before(
                                available, row.getLong(COLUMN_COUNT + 1), row.getLong(COLUMN_COUNT + 2)),
                row.getBoolean(COLUMN_COUNT + 3));
    }

    private static SealedPosting posting(Row row) {
        return new SealedPosting(
                new SealedPosting.Place(
                        Long.parseUnsignedLong(row.getString(0)), row.getUUID(1), row.getString(2), row.getLong(3)),
                row.getUUID(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11),
                row.getUUID(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getInteger(16),
                row.getString(17),
                row.getUUID(18),
                Rows.instant(row, 19),
                Rows.instant(row, 20),
                row.getString(21),
                row.getString(22),
                row.getString(23));
    }
}
