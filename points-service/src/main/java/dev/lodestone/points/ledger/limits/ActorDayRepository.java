package dev.lodestone.points.ledger.limits;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Keeps the units that each actor moved alone, by day. */
@ApplicationScoped
class ActorDayRepository {
    /** The row stays locked until the transaction ends, so that of two concurrent requests the second one counts the first. */
    private static final String ADD = """
            insert into actor_day (actor, day, scope, asset, amount)
            select $1, $2, $3, $4, $5::bigint where $5::bigint <= $6::bigint
            on conflict (actor, day, scope, asset) do update set amount = actor_day.amount + excluded.amount
            where actor_day.amount + excluded.amount <= $6
            returning amount
            """;

    /** Adds {@code movement} and returns true, unless the total would exceed {@code dailyMax}. Holds are counted separately. */
    Uni<Boolean> add(SqlConnection tx, String actor, LocalDate day, Movement movement, long dailyMax) {
        String scope = movement.kind() == Movement.Kind.HOLD ? "HOLDS" : "ADJUSTMENTS";
        Tuple row = Tuple.of(actor, day, scope, movement.asset().name(), movement.amount(), dailyMax);
        return tx.preparedQuery(ADD).execute(row).map(rows -> rows.size() > 0);
    }
}
