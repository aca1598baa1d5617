package dev.lodestone.community.circles;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** The table {@code circle_member}, and the counters of the table {@code circle}. */
@ApplicationScoped
class CircleRepository {
    private static final String JOIN = """
            with joined as (
                insert into circle_member (member_id, circle_id, joined_at) select $2, id, $3 from circle where id = $1
                on conflict do nothing returning circle_id)
            update circle set members = members + 1 from joined where circle.id = joined.circle_id
            """;
    private static final String MEMBERSHIP = """
            select joined_at from circle_member where member_id = $2 and circle_id = $1
            """;
    private static final String ADD_POST = """
            update circle set posts = posts + 1, post_seq = post_seq + 1 where id = $1 returning post_seq
            """;
    private static final String REMOVE_POST = "update circle set posts = posts - 1 where id = $1";
    private static final String EXISTS = "select exists (select from circle where id = $1)";

    /** Adds the member and counts them. Does nothing if the member is already in the circle or the circle does not exist. */
    Uni<Void> join(SqlConnection tx, UUID circle, MemberId member, Instant at) {
        return tx.preparedQuery(JOIN)
                .execute(Tuple.of(circle, member.value(), at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** The membership; empty if the member is not in the circle. */
    Uni<Optional<MembershipView>> membership(SqlConnection connection, UUID circle, MemberId member) {
        return connection
                .preparedQuery(MEMBERSHIP)
                .execute(Tuple.of(circle, member.value()))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new MembershipView(circle, Rows.instant(row, "joined_at"))));
    }

    /** Counts a post and returns its number. Locks the row of the circle until the transaction ends. */
    Uni<Long> addPost(SqlConnection tx, UUID circle) {
        return tx.preparedQuery(ADD_POST)
                .execute(Tuple.of(circle))
                .map(rows -> rows.iterator().next().getLong("post_seq"));
    }

    /** Subtracts a removed post. Locks the row of the circle until the transaction ends. */
    Uni<Void> removePost(SqlConnection tx, UUID circle) {
        return tx.preparedQuery(REMOVE_POST).execute(Tuple.of(circle)).replaceWithVoid();
    }

    Uni<Boolean> exists(SqlConnection connection, UUID circle) {
        return connection
                .preparedQuery(EXISTS)
                .execute(Tuple.of(circle))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }
}
