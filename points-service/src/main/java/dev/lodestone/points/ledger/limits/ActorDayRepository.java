package dev.lodestone.points.ledger.limits;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** What actors moved alone, by day. */
@ApplicationScoped
class ActorDayRepository {
    /** The row stays locked until the transaction ends: of two at once the second counts with what the first moved. */
    private static final String ADD = """
            insert into actor_day (actor, day, scope, asset, moved)
            select $1, $2, $3, $4, $5::bigint where $5::bigint <= $6::bigint
            on conflict (actor, day, scope, asset) do update set moved = actor_day.moved + excluded.moved
            where actor_day.moved + excluded.moved <= $6
            returning moved
            """;

    /** Adds {@code movement} unless more than {@code most} came of it; whether it was added. Holds are counted apart. */
    Uni<Boolean> add(SqlConnection tx, String actor, LocalDate day, Movement movement, long most) {
        String scope = movement.kind() == Movement.Kind.HOLD ? "HOLDS" : "ADJUSTMENTS";
        Tuple row = Tuple.of(actor, day, scope, movement.asset().name(), movement.amount(), most);
        return tx.preparedQuery(ADD).execute(row).map(rows -> rows.size() > 0);
    }
}
