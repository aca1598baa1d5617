package dev.lodestone.recall.campaigns;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.paging.Cursor;
import dev.lodestone.platform.paging.Page;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.recall.channels.EmailService;
import dev.lodestone.recall.offers.OfferService;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores campaigns and reports their results. */
@ApplicationScoped
public class CampaignService {
    private final CampaignRepository campaigns;
    private final OfferService offers;
    private final EmailService emails;
    private final Transactions transactions;
    private final Clock clock;

    CampaignService(
            CampaignRepository campaigns,
            OfferService offers,
            EmailService emails,
            Transactions transactions,
            Clock clock) {
        this.campaigns = campaigns;
        this.offers = offers;
        this.emails = emails;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Writes a new campaign in the caller's transaction. */
    Uni<CampaignView> create(SqlConnection tx, CampaignRequest request, String operator) {
        CampaignView campaign = new CampaignView(
                Ids.next(),
                request.name(),
                request.subject(),
                request.body(),
                request.bonusPoints(),
                request.validDays(),
                request.holdOutPercent(),
                request.audienceOrDefault(),
                clock.instant(),
                null);
        return campaigns.insert(tx, campaign, operator).replaceWith(campaign);
    }

    @WithSession
    Uni<Page<CampaignView>> list(@Nullable UUID after, int limit) {
        return campaigns
                .page(after, limit + 1)
                .map(rows ->
                        Page.of(rows, limit, campaign -> Cursor.of(campaign.id)).map(CampaignEntity::view));
    }

    /**
     * The campaign without its report.
     *
     * @throws ProblemException 404 if there is none
     */
    @WithSession
    Uni<CampaignView> find(UUID id) {
        return campaigns
                .findById(id)
                .onItem()
                .ifNull()
                .failWith(CampaignService::unknown)
                .map(CampaignEntity::view);
    }

    /** As {@link #find(UUID)}, on the caller's connection. */
    public Uni<CampaignView> find(SqlConnection connection, UUID id) {
        return campaigns.read(connection, id).onItem().ifNull().failWith(CampaignService::unknown);
    }

    private static ProblemException unknown() {
        return new ProblemException(
                CampaignProblems.CAMPAIGN_UNKNOWN, "GET /api/recall/v1/campaigns lists the campaigns");
    }

    /** The results of the campaign at this moment, counted from its participants and emails. */
    Uni<CampaignReport> report(UUID id) {
        return transactions.read(connection -> offers.count(connection, id)
                .chain(arms -> emails.count(connection, id).map(states -> CampaignReport.of(arms, states))));
    }
}
