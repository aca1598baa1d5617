package dev.lodestone.points.ledger.liability;

import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.ledger.history.LedgerHistoryService.ProgramTotals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** The table {@code liability_day}. */
@ApplicationScoped
class LiabilityDayRepository {
    /** Another replica may have written later figures meanwhile. */
    private static final String KEEP = """
            insert into liability_day (asset, day, taken_at, issued, clawed_back, redeemed, returned, expired, currency, cost_per_1000_minor,
                                       breakage_ppm)
            select * from unnest($1::text[], $2::date[], $3::timestamptz[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[],
                                 $8::bigint[], $9::text[], $10::bigint[], $11::integer[])
            on conflict (asset, day) do update
            set taken_at = excluded.taken_at, issued = excluded.issued, clawed_back = excluded.clawed_back, redeemed = excluded.redeemed,
                returned = excluded.returned, expired = excluded.expired, currency = excluded.currency,
                cost_per_1000_minor = excluded.cost_per_1000_minor, breakage_ppm = excluded.breakage_ppm
            where liability_day.taken_at < excluded.taken_at
            """;

    private static final String FIND = """
            select day, taken_at, issued, clawed_back, redeemed, returned, expired, currency, cost_per_1000_minor, breakage_ppm
            from liability_day where asset = $1 and day >= $2 and day < $3 order by day
            """;

    Uni<Void> keep(SqlConnection tx, Collection<LiabilityDay> days) {
        return Columns.of(days)
                .texts(day -> day.totals().asset().name())
                .dates(LiabilityDay::day)
                .instants(LiabilityDay::takenAt)
                .longs(day -> day.totals().issued())
                .longs(day -> day.totals().clawedBack())
                .longs(day -> day.totals().redeemed())
                .longs(day -> day.totals().returned())
                .longs(day -> day.totals().expired())
                .texts(LiabilityDay::currency)
                .longs(day -> day.valuation().costPer1000Minor())
                .integers(day -> day.valuation().breakagePpm())
                .execute(tx, KEEP);
    }

    /** The days of {@code from} &lt;= day &lt; {@code until}, the earliest first. */
    Uni<List<LiabilityDay>> find(SqlConnection connection, Asset asset, LocalDate from, LocalDate until) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(asset.name(), from, until))
                .map(rows -> rows.stream().map(row -> day(asset, row)).toList());
    }

    private static LiabilityDay day(Asset asset, Row row) {
        return new LiabilityDay(
                row.getLocalDate("day"),
                Rows.instant(row, "taken_at"),
                new ProgramTotals(
                        asset,
                        row.getLong("issued"),
                        row.getLong("clawed_back"),
                        row.getLong("redeemed"),
                        row.getLong("returned"),
                        row.getLong("expired")),
                row.getString("currency"),
                new Valuation(row.getLong("cost_per_1000_minor"), row.getInteger("breakage_ppm")));
    }
}
