package dev.lodestone.recall.profile;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Queries on the profiles. */
@ApplicationScoped
class ProfileRepository {
    /** {@link LifecycleRule} as SQL: $1 the day asked about, $2 to $4 the rule's limits. */
    private static final String STATE = """
            case when $1::date - first_day <= $2::int then 'NEW'
                 when $1::date - last_day <= $3::int then 'ACTIVE'
                 when $1::date - last_day <= $4::int then 'DORMANT'
                 else 'CHURNED' end
            """;

    private static final String COUNT_STATES = """
            with standing as (
                select min(day) as first_day, max(day) as last_day from order_day
                where day <= $1::date and orders > 0 group by member_id)
            select %s as state, count(*) from standing group by state
            """.formatted(STATE);
    /** Bounds the rows that one statement reads, even if few of them are in the audience. */
    private static final String PAGE_END = """
            select member_id from (select member_id from profile where member_id > $1 order by member_id limit $2) as page
            order by member_id desc limit 1
            """;
    /** Checks rows again after the wait for the lock, so that an order in between removes the member from the audience. */
    private static final String LOCK_AUDIENCE = """
            select member_id from profile, lateral (
                select (first_order_at at time zone $5)::date as first_day, (last_order_at at time zone $5)::date as last_day) as days
            where orders > 0 and last_day <= $1::date and %s = $6 and member_id > $7 and member_id <= $8
            order by member_id for update of profile
            """.formatted(STATE);

    private static final String PROFILE = """
            select orders, first_order_at, last_order_at,
                   (select currency from customer_order
                    where member_id = $1 and completed_at is not null and (cancelled_at is null or completed_at > cancelled_at)
                    order by coalesce(first_completed_at, completed_at), order_id limit 1) as currency
            from profile where member_id = $1
            """;
    private static final String AMOUNTS = """
            select currency, sum(amount_minor)::bigint from order_day
            where member_id = $1 and orders > 0 group by currency order by currency
            """;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    Uni<LifecycleView> count(SqlConnection connection, LocalDate asOf, LifecycleRule rule) {
        return connection
                .preparedQuery(COUNT_STATES)
                .execute(Tuple.of(asOf, rule.newDaysMax(), rule.activeDaysMax(), rule.dormantDaysMax()))
                .map(rows -> LifecycleView.of(asOf, counts(rows)));
    }

    /** The last of the next {@code limit} profiles, or null if there are no more. */
    Uni<@Nullable MemberId> pageEnd(SqlConnection tx, @Nullable MemberId after, int limit) {
        return tx.preparedQuery(PAGE_END)
                .execute(Tuple.of(after == null ? BEFORE_ALL : after.value(), limit))
                .map(rows ->
                        rows.size() == 0 ? null : Rows.member(rows.iterator().next(), 0));
    }

    Uni<List<MemberId>> lockAudience(
            SqlConnection tx,
            LifecycleState state,
            LocalDate asOf,
            LifecycleRule rule,
            ZoneId zone,
            @Nullable MemberId after,
            MemberId last) {
        Tuple arguments = Tuple.of(asOf, rule.newDaysMax(), rule.activeDaysMax(), rule.dormantDaysMax(), zone.getId())
                .addString(state.name())
                .addUUID(after == null ? BEFORE_ALL : after.value())
                .addUUID(last.value());
        return tx.preparedQuery(LOCK_AUDIENCE)
                .execute(arguments)
                .map(rows -> rows.stream().map(row -> Rows.member(row, 0)).toList());
    }

    /** The member's profile, or null without any order. */
    Uni<@Nullable ProfileView> find(SqlConnection connection, MemberId member, LocalDate today, ProfileConfig config) {
        Tuple id = Tuple.of(member.value());
        return connection
                .preparedQuery(PROFILE)
                .execute(id)
                .chain(profile -> connection
                        .preparedQuery(AMOUNTS)
                        .execute(id)
                        .map(amounts -> profile.size() == 0
                                ? null
                                : view(member, profile.iterator().next(), amounts, today, config)));
    }

    private static ProfileView view(
            MemberId member, Row profile, RowSet<Row> amounts, LocalDate today, ProfileConfig config) {
        String currency = profile.getString("currency");
        long amountMinor = 0;
        List<ProfileView.Amount> others = new ArrayList<>();
        for (Row row : amounts) {
            if (row.getString(0).equals(currency)) {
                amountMinor = row.getLong(1);
            } else {
                others.add(new ProfileView.Amount(row.getLong(1), row.getString(0)));
            }
        }
        return new ProfileView(
                member.value(),
                Rows.instantOrNull(profile, "first_order_at"),
                Rows.instantOrNull(profile, "last_order_at"),
                profile.getLong("orders"),
                amountMinor,
                currency,
                others,
                profile.getLong("orders") == 0 ? null : stateToday(profile, today, config));
    }

    /** An order after today, from a shop whose clock is ahead, counts as an order of today. */
    private static LifecycleState stateToday(Row profile, LocalDate today, ProfileConfig config) {
        LocalDate first = day(profile, "first_order_at", config.zone());
        LocalDate last = day(profile, "last_order_at", config.zone());
        return config.lifecycleRule()
                .stateOn(today, first.isAfter(today) ? today : first, last.isAfter(today) ? today : last);
    }

    private static LocalDate day(Row profile, String column, ZoneId zone) {
        return LocalDate.ofInstant(Objects.requireNonNull(Rows.instantOrNull(profile, column), column), zone);
    }

    private static Map<LifecycleState, Long> counts(RowSet<Row> rows) {
        Map<LifecycleState, Long> counts = new EnumMap<>(LifecycleState.class);
        rows.forEach(row -> counts.put(LifecycleState.valueOf(row.getString(0)), row.getLong(1)));
        return counts;
    }
}
