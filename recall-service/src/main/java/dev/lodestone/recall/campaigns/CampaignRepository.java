package dev.lodestone.recall.campaigns;

import dev.lodestone.platform.sql.Columns;
import dev.lodestone.platform.sql.Rows;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of campaigns. Statements in a transaction of the caller (a new campaign, a page of a run) use the SQL client. */
@ApplicationScoped
class CampaignRepository implements PanacheRepositoryBase<CampaignEntity, UUID> {
    private static final String INSERT = """
            insert into campaign (id, name, subject, body, bonus_points, valid_days, hold_out_percent, audience, created_by, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """;
    private static final String READ = """
            select id, name, subject, body, bonus_points, valid_days, hold_out_percent, audience, created_at from campaign where id = $1
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

    /** The campaign, or null if there is none. */
    Uni<@Nullable CampaignView> read(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery(READ)
                .execute(Tuple.of(id))
                .map(rows -> rows.size() == 0 ? null : view(rows.iterator().next()));
    }

    private static CampaignView view(Row row) {
        return new CampaignView(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("subject"),
                row.getString("body"),
                row.getLong("bonus_points"),
                row.getInteger("valid_days"),
                row.getInteger("hold_out_percent"),
                Audience.valueOf(row.getString("audience")),
                Rows.instant(row, "created_at"),
                null);
    }

    /** Newest first; ids grow with time. */
    Uni<List<CampaignEntity>> page(@Nullable UUID after, int limit) {
        return after == null
                ? find("order by id desc").page(0, limit).list()
                : find("id < ?1 order by id desc", after).page(0, limit).list();
    }
}
