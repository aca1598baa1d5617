package dev.lodestone.tier.qualification;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.lodestone.events.MemberId;
import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import dev.lodestone.tier.history.Step.Measure;
import dev.lodestone.tier.qualification.DecisionService.Decision;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The table {@code level_change}: what was decided about levels, and when. Rows are only added. */
@ApplicationScoped
class LevelChangeRepository {
    private static final TypeReference<List<Measure>> MEASURES = new TypeReference<>() {};
    private static final String ADD = """
            insert into level_change (member_id, version, from_level, to_level, at, reason, tier_set, measures, cause, changed_at)
            select member_id, version, from_level, to_level, at, reason, tier_set, measures::jsonb, cause, $10
            from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::int[], $8::text[], $9::text[])
                 as new (member_id, version, from_level, to_level, at, reason, tier_set, measures, cause)
            """;
    private static final String NEWEST = """
            select version, from_level, to_level, at, reason, tier_set, measures::text as measures, cause, changed_at
            from level_change where member_id = $1 order by version desc limit $2
            """;

    private final Json json;

    LevelChangeRepository(Json json) {
        this.json = json;
    }

    Uni<Void> add(SqlConnection tx, List<TierChange> changes, Instant now) {
        return Columns.of(changes)
                .members(TierChange::member)
                .longs(change -> change.change().memberVersion())
                .texts(change -> change.change().from())
                .texts(change -> change.change().to())
                .instants(TierChange::at)
                .texts(change -> change.why().reason().name())
                .integers(change -> change.why().tierSet())
                .texts(change -> json.write(change.why().measures()))
                .texts(TierChange::causeId)
                .value(now)
                .execute(tx, ADD);
    }

    /** The newest changes of {@code member}, the newest first. */
    Uni<List<Decision>> newest(SqlConnection connection, MemberId member, int limit) {
        return connection
                .preparedQuery(NEWEST)
                .execute(Tuple.of(member.value(), limit))
                .map(rows -> rows.stream().map(this::decision).toList());
    }

    private Decision decision(Row row) {
        return new Decision(
                row.getLong("version"),
                row.getString("from_level"),
                row.getString("to_level"),
                Rows.instant(row, "at"),
                Rows.instant(row, "changed_at"),
                Reason.valueOf(row.getString("reason")),
                row.getInteger("tier_set"),
                json.read(row.getString("measures"), MEASURES),
                row.getString("cause"));
    }
}
