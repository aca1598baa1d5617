package dev.lodestone.points.catalogue;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.Optional;

/** Rewards. */
@ApplicationScoped
class RewardRepository implements PanacheRepositoryBase<RewardEntity, String> {
    private static final String LOCK = "select code, name, cost, stock from reward where code = $1 for no key update";
    private static final String TAKE_ONE = "update reward set stock = stock - 1 where code = $1 and stock is not null";

    /** The reward, held until the transaction ends if its stock is limited. */
    Uni<Optional<RewardView>> lock(SqlConnection tx, String code) {
        return tx.preparedQuery(LOCK).execute(Tuple.of(code)).map(rows -> {
            Iterator<Row> row = rows.iterator();
            return row.hasNext() ? Optional.of(view(row.next())) : Optional.empty();
        });
    }

    Uni<Void> takeOne(SqlConnection tx, String code) {
        return tx.preparedQuery(TAKE_ONE).execute(Tuple.of(code)).replaceWithVoid();
    }

    private static RewardView view(Row row) {
        return new RewardView(row.getString("code"), row.getString("name"), row.getLong("cost"), row.getLong("stock"));
    }
}
