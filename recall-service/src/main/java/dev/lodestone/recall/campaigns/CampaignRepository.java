package dev.lodestone.recall.campaigns;

import dev.lodestone.platform.transactions.Columns;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Campaigns. Writes share the transaction of the caller's idempotency key, so they go by the SQL client. */
@ApplicationScoped
class CampaignRepository implements PanacheRepositoryBase<CampaignEntity, UUID> {
    private static final String INSERT = """
            insert into campaign (id, name, subject, body, bonus_points, valid_days, hold_out_percent, audience, created_by, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """;
    Uni<Void> insert(SqlConnection tx, CampaignView campaign, String operator) {
        return tx.preparedQuery(INSERT)
                .execute(Tuple.tuple()
                        .addUUID(campaign.id())
                        .addString(campaign.name())
                        .addString(campaign.subject())
                        .addString(campaign.body())
                        .addLong(campaign.bonusPoints())
                        .addInteger(campaign.validDays())
                        .addInteger(campaign.holdOutPercent())
                        .addString(campaign.audience().name())
                        .addString(operator)
                        .addOffsetDateTime(Columns.utc(campaign.createdAt())))
                .replaceWithVoid();
    }

    /** Newest first; ids grow with time. */
    Uni<List<CampaignEntity>> page(@Nullable UUID after, int limit) {
        return after == null
                ? find("order by id desc").page(0, limit).list()
                : find("id < ?1 order by id desc", after).page(0, limit).list();
    }
}
