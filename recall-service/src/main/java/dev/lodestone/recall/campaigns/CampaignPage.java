package dev.lodestone.recall.campaigns;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Campaigns, newest first.
 *
 * @param next cursor of the following page; null on the last one
 */
public record CampaignPage(
        List<CampaignView> items, @Nullable UUID next) {

    /** A page of {@code limit} made from up to one more row than that. */
    static CampaignPage of(List<CampaignView> rows, int limit) {
        return rows.size() <= limit
                ? new CampaignPage(rows, null)
                : new CampaignPage(rows.subList(0, limit), rows.get(limit - 1).id());
    }
}
