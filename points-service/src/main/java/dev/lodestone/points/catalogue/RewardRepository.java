package dev.lodestone.points.catalogue;

import dev.lodestone.platform.transactions.Columns;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Rewards. */
@ApplicationScoped
class RewardRepository implements PanacheRepositoryBase<RewardEntity, String> {
    /** A reward without limit is only read: its row would make all who want it queue up for nothing. */
    private static final String LOCK = """
            with limited as (
                select reward.code, name, cost, stock from reward
                join (select code from reward where code = any($1::text[]) and stock is not null) as wanted using (code)
                order by reward.code for no key update of reward)
            select code, name, cost, stock from limited
            union all
            select code, name, cost, stock from reward where code = any($1::text[]) and stock is null
            """;

    private static final String TAKE = """
            update reward set stock = stock - taken.pieces from unnest($1::text[], $2::bigint[]) as taken (code, pieces)
            where reward.code = taken.code and stock is not null
            """;

    /** The rewards {@code codes}, those of limited stock held until the transaction ends, in the order of their codes. */
    Uni<List<RewardView>> lock(SqlConnection tx, Set<String> codes) {
        return tx.preparedQuery(LOCK)
                .execute(Tuple.tuple().addArrayOfString(codes.toArray(String[]::new)))
                .map(rows -> rows.stream().map(RewardRepository::view).toList());
    }

    Uni<Void> take(SqlConnection tx, List<Shelf.Taken> taken) {
        return taken.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(TAKE)
                        .execute(Columns.of(taken)
                                .texts(Shelf.Taken::code)
                                .longs(Shelf.Taken::pieces)
                                .tuple())
                        .replaceWithVoid();
    }

    private static RewardView view(Row row) {
        return new RewardView(row.getString("code"), row.getString("name"), row.getLong("cost"), row.getLong("stock"));
    }
}
