package dev.lodestone.tier.previews;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.sql.Columns;
import dev.lodestone.tier.history.MeasureView;
import dev.lodestone.tier.history.Step;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code preview_move}: the members who would have another level, one by one. */
@ApplicationScoped
class MoveRepository {
    private static final TypeReference<List<MeasureView>> MEASURES = new TypeReference<>() {};
    private static final String ADD = """
            insert into preview_move (job_id, member_id, rises, from_level, to_level, reason, measures)
            select $7, member_id, rises, from_level, to_level, reason, measures
            from unnest($1::uuid[], $2::boolean[], $3::text[], $4::text[], $5::text[], $6::text[])
                 as new (member_id, rises, from_level, to_level, reason, measures)
            """;
    private static final String PAGE = """
            select member_id, rises, from_level, to_level, reason, measures from preview_move
            where job_id = $1 and ($2::boolean is null or rises = $2) and ($3::uuid is null or member_id > $3)
            order by member_id limit $4
            """;

    private final Json json;

    MoveRepository(Json json) {
        this.json = json;
    }

    Uni<Void> add(SqlConnection tx, UUID preview, List<Move> moves) {
        return Columns.of(moves)
                .members(Move::member)
                .booleans(Move::rises)
                .texts(Move::from)
                .texts(Move::to)
                .texts(move -> move.step() == null ? null : move.step().reason().name())
                .texts(move -> measures(move.step()))
                .value(preview)
                .execute(tx, ADD);
    }

    Uni<List<MoveView>> page(
            SqlConnection connection, UUID preview, @Nullable Boolean rises, @Nullable UUID after, int limit) {
        return connection
                .preparedQuery(PAGE)
                .execute(Tuple.of(preview, rises, after, limit))
                .map(rows -> rows.stream().map(this::view).toList());
    }

    private String measures(@Nullable Step step) {
        return json.write(step == null ? List.of() : MeasureView.of(step.measures()));
    }

    private MoveView view(Row row) {
        String reason = row.getString("reason");
        return new MoveView(
                row.getUUID("member_id"),
                row.getString("from_level"),
                row.getString("to_level"),
                row.getBoolean("rises"),
                reason == null ? null : Step.Reason.valueOf(reason),
                json.read(row.getString("measures"), MEASURES));
    }
}
