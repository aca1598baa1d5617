package dev.lodestone.tier.growth;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** The table {@code activity}. Each operation takes one statement for any number of rows. */
@ApplicationScoped
class ActivityRepository {
    private static final String OF_MEMBERS =
            "select member_id, event_key, occurred_at, points from activity where member_id = any($1::uuid[])";
    private static final String ADD = """
            insert into activity (member_id, event_key, occurred_at, points)
            select member_id, event_key, occurred_at, points
            from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::bigint[]) as new (member_id, event_key, occurred_at, points)
            """;

    /** All activities of {@code members}. */
    Uni<List<Activity>> of(SqlConnection tx, Collection<MemberId> members) {
        return Columns.of(members)
                .members(member -> member)
                .query(tx, OF_MEMBERS)
                .map(rows -> rows.stream().map(ActivityRepository::activity).toList());
    }

    Uni<Void> add(SqlConnection tx, Collection<Activity> activities) {
        return Columns.of(activities)
                .members(Activity::member)
                .uuids(Activity::key)
                .instants(Activity::at)
                .longs(Activity::points)
                .execute(tx, ADD);
    }

    private static Activity activity(Row row) {
        return new Activity(
                Rows.member(row, "member_id"),
                row.getUUID("event_key"),
                Rows.instant(row, "occurred_at"),
                row.getLong("points"));
    }
}
