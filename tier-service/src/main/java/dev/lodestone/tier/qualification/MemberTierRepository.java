package dev.lodestone.tier.qualification;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import dev.lodestone.tier.notices.Notice;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table {@code member_tier}, which holds the level of each member. Each operation takes one statement for any number of members. */
@ApplicationScoped
class MemberTierRepository {
    private static final String CREATE = """
            insert into member_tier (member_id, level, version, began_at, due_at)
            select member_id, level, 0, began_at, due_at
            from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::timestamptz[]) as new (member_id, level, began_at, due_at)
            order by member_id
            """;
    /** The members of events that bring growth, and those whose membership began earlier than was known. */
    private static final String LOCK = """
            with wanted as (
                select member_id, bool_or(grows) as grows, min(at) as at
                from unnest($1::uuid[], $2::boolean[], $3::timestamptz[]) as event (member_id, grows, at) group by member_id)
            select member_id, level, version, began_at, due_at, notice, notices
            from member_tier join wanted using (member_id)
            where grows or at < began_at
            order by member_id for no key update of member_tier
            """;

    private static final String LOCK_DUE = """
            select member_id, level, version, began_at, due_at, notice, notices from member_tier
            where due_at <= $1 order by due_at limit $2 for no key update skip locked
            """;
    private static final String LOCK_DUE_ONE = """
            select member_id, level, version, began_at, due_at, notice, notices from member_tier
            where member_id = $2 and due_at <= $1 for no key update skip locked
            """;
    private static final String DUE = "select member_id from member_tier where due_at <= $1 order by due_at limit $2";
    private static final String POSTPONE = "update member_tier set due_at = $3 where member_id = $1 and due_at <= $2";
    private static final String PAGE =
            "select member_id from member_tier where $1::uuid is null or member_id > $1 order by member_id limit $2";
    private static final String PAGE_OF_TIERS = """
            select member_id, level, version, began_at, due_at, notice, notices from member_tier
            where $1::uuid is null or member_id > $1 order by member_id limit $2
            """;
    /** In the order of member ids, as every other transaction locks them. */
    private static final String BE_DUE = """
            with page as (
                select member_id from member_tier where ($1::uuid is null or member_id > $1) and member_id <= $2
                order by member_id for no key update)
            update member_tier set due_at = least(due_at, $3) from page where member_tier.member_id = page.member_id
            """;

    private static final String BE_DUE_ONE = "update member_tier set due_at = least(due_at, $2) where member_id = $1";
    private static final String LOCK_ONE = """
            select member_id, level, version, began_at, due_at, notice, notices from member_tier where member_id = $1 for no key update
            """;
    private static final String FIND =
            "select member_id, level, version, began_at, due_at, notice, notices from member_tier where member_id = $1";
    private static final String SAVE = """
            update member_tier
            set level = new.level, version = new.version, began_at = new.began_at, due_at = new.due_at, notice = new.notice,
                notices = new.notices
            from unnest($1::uuid[], $2::text[], $3::bigint[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::bigint[])
                 as new (member_id, level, version, began_at, due_at, notice, notices)
            where member_tier.member_id = new.member_id
            """;

    private final Json json;

    MemberTierRepository(Json json) {
        this.json = json;
    }

    /** Adds the tiers of new members, each with a level of which nothing is decided yet. */
    Uni<Void> create(SqlConnection tx, List<MemberTier> tiers) {
        return Columns.of(tiers)
                .members(MemberTier::member)
                .texts(MemberTier::level)
                .instants(MemberTier::beganAt)
                .instants(MemberTier::dueAt)
                .execute(tx, CREATE);
    }

    /** The tiers that {@code events} may change, locked in the order of member ids until {@code tx} ends. */
    Uni<Map<MemberId, MemberTier>> lock(SqlConnection tx, Collection<Event<Fact>> events) {
        return Columns.of(events)
                .members(Event::member)
                .booleans(TierCalculator::canChangeTier)
                .instants(Event::occurredAt)
                .query(tx, LOCK)
                .map(this::byMember);
    }

    /** Tiers that time may have changed, at most {@code limit}, locked; those that another transaction has locked are left out. */
    Uni<Map<MemberId, MemberTier>> lockDue(SqlConnection tx, Instant now, int limit) {
        return tx.preparedQuery(LOCK_DUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), limit))
                .map(rows -> byMember(rows.stream().toList()));
    }

    /** The tier of one member if time may have changed it, locked; empty if not, or if another transaction has locked it. */
    Uni<Map<MemberId, MemberTier>> lockDue(SqlConnection tx, Instant now, MemberId member) {
        return tx.preparedQuery(LOCK_DUE_ONE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), member.value()))
                .map(rows -> byMember(rows.stream().toList()));
    }

    /** The ids of members whom time may have changed, at most {@code limit}, without a lock. */
    Uni<List<MemberId>> due(SqlConnection connection, Instant now, int limit) {
        return connection
                .preparedQuery(DUE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), limit))
                .map(rows -> rows.stream().map(row -> Rows.member(row, 0)).toList());
    }

    /** Sets the time of {@code member} to {@code later}; returns 1, or 0 if the member is no longer due. */
    Uni<Integer> postpone(SqlConnection tx, MemberId member, Instant now, Instant later) {
        return tx.preparedQuery(POSTPONE)
                .execute(Tuple.of(member.value(), now.atOffset(ZoneOffset.UTC), later.atOffset(ZoneOffset.UTC)))
                .map(SqlResult::rowCount);
    }

    /** The ids of at most {@code limit} members behind {@code after}, in their order. */
    Uni<List<MemberId>> page(SqlConnection connection, @Nullable UUID after, int limit) {
        return connection
                .preparedQuery(PAGE)
                .execute(Tuple.of(after, limit))
                .map(rows -> rows.stream().map(row -> Rows.member(row, 0)).toList());
    }

    /** The tiers of at most {@code limit} members behind {@code after}, in the order of their ids, without a lock. */
    Uni<List<MemberTier>> pageOfTiers(SqlConnection connection, @Nullable UUID after, int limit) {
        return connection
                .preparedQuery(PAGE_OF_TIERS)
                .execute(Tuple.of(after, limit))
                .map(rows -> rows.stream().map(this::memberTier).toList());
    }

    /** Has the members behind {@code after} up to {@code last} decided again at {@code at} at the latest. */
    Uni<Void> beDue(SqlConnection tx, @Nullable UUID after, UUID last, Instant at) {
        return tx.preparedQuery(BE_DUE)
                .execute(Tuple.of(after, last, at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** The tier of one member, locked until {@code tx} ends. */
    Uni<Optional<MemberTier>> lockOne(SqlConnection tx, MemberId member) {
        return tx.preparedQuery(LOCK_ONE)
                .execute(Tuple.of(member.value()))
                .map(rows -> rows.stream().map(this::memberTier).findFirst());
    }

    /** Has one member decided again at {@code at} at the latest. {@code tx} must have locked its row. */
    Uni<Void> beDue(SqlConnection tx, MemberId member, Instant at) {
        return tx.preparedQuery(BE_DUE_ONE)
                .execute(Tuple.of(member.value(), at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** The tier of one member, without a lock. */
    Uni<Optional<MemberTier>> find(SqlConnection connection, MemberId member) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(member.value()))
                .map(rows -> rows.stream().map(this::memberTier).findFirst());
    }

    /** Updates tiers. {@code tx} must have locked their rows. */
    Uni<Void> save(SqlConnection tx, List<MemberTier> tiers) {
        return Columns.of(tiers)
                .members(MemberTier::member)
                .texts(MemberTier::level)
                .longs(MemberTier::version)
                .instants(MemberTier::beganAt)
                .instants(MemberTier::dueAt)
                .texts(tier -> tier.notice() == null ? null : json.write(tier.notice()))
                .longs(MemberTier::notices)
                .execute(tx, SAVE);
    }

    private Map<MemberId, MemberTier> byMember(List<Row> rows) {
        return rows.stream().map(this::memberTier).collect(Collectors.toMap(MemberTier::member, tier -> tier));
    }

    private MemberTier memberTier(Row row) {
        String notice = row.getString("notice");
        return new MemberTier(
                Rows.member(row, "member_id"),
                row.getString("level"),
                row.getLong("version"),
                Rows.instant(row, "began_at"),
                Rows.instantOrNull(row, "due_at"),
                notice == null ? null : json.read(notice, Notice.class),
                row.getLong("notices"));
    }
}
