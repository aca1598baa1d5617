package dev.lodestone.community.members;

import dev.lodestone.events.MemberId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The table of people. */
@ApplicationScoped
class MemberRepository {
    private static final String KEEP = """
            insert into member (member_id, display_name, zone, told_at)
            select member_id, display_name, zone, told_at
            from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[]) as told (member_id, display_name, zone, told_at)
            order by member_id
            on conflict (member_id) do update
            set display_name = excluded.display_name, zone = excluded.zone, told_at = excluded.told_at
            where member.told_at is null or member.told_at <= excluded.told_at
            """;
    private static final String FIND = "select display_name, zone from member where member_id = $1";
    private static final String LOCK = FIND + " for no key update";
    private static final String MEET = """
            insert into member (member_id, zone) values ($1, $2)
            on conflict (member_id) do update set zone = member.zone
            returning display_name, zone
            """;
    private static final String NAMES = """
            select member_id, display_name from member where member_id = any ($1::uuid[]) and display_name is not null
            """;

    /** Writes {@code told}, which are in the order of the member ids; what is already known of a later time stays. */
    Uni<Void> keep(SqlConnection tx, Collection<ToldPerson> told) {
        List<ToldPerson> rows = new ArrayList<>(told);
        Tuple columns = Tuple.tuple()
                .addArrayOfUUID(column(rows, row -> row.person().id().value(), UUID[]::new))
                .addArrayOfString(column(rows, row -> row.person().displayName(), String[]::new))
                .addArrayOfString(column(rows, row -> row.person().zone().getId(), String[]::new))
                .addArrayOfOffsetDateTime(
                        column(rows, row -> row.toldAt().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new));
        return tx.preparedQuery(KEEP).execute(columns).replaceWithVoid();
    }

    Uni<Optional<Person>> find(SqlConnection connection, MemberId member) {
        return connection.preparedQuery(FIND).execute(Tuple.of(member.value())).map(rows -> person(rows, member));
    }

    /** As {@link #find}, and nobody else may act for the member until the transaction ends. */
    Uni<Optional<Person>> lock(SqlConnection tx, MemberId member) {
        return tx.preparedQuery(LOCK).execute(Tuple.of(member.value())).map(rows -> person(rows, member));
    }

    /** Makes a row of somebody who acts before the brand told of them, and locks it. */
    Uni<Person> meet(SqlConnection tx, Person stranger) {
        return tx.preparedQuery(MEET)
                .execute(Tuple.of(stranger.id().value(), stranger.zone().getId()))
                .map(rows -> person(rows, stranger.id()).orElseThrow());
    }

    Uni<Map<UUID, String>> names(SqlConnection connection, Set<UUID> members) {
        return connection
                .preparedQuery(NAMES)
                .execute(Tuple.tuple().addArrayOfUUID(members.toArray(UUID[]::new)))
                .map(MemberRepository::names);
    }

    private static Map<UUID, String> names(RowSet<Row> rows) {
        Map<UUID, String> names = HashMap.newHashMap(rows.size());
        rows.forEach(row -> names.put(row.getUUID("member_id"), row.getString("display_name")));
        return names;
    }

    private static Optional<Person> person(RowSet<Row> rows, MemberId member) {
        return rows.stream()
                .findFirst()
                .map(row -> new Person(member, row.getString("display_name"), ZoneId.of(row.getString("zone"))));
    }

    private static <T extends @Nullable Object> T[] column(
            List<ToldPerson> rows, Function<ToldPerson, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
