package dev.lodestone.points.redemption;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.time.Ids;
import dev.lodestone.points.account.Account;
import dev.lodestone.points.account.Asset;
import dev.lodestone.points.account.Cause;
import dev.lodestone.points.catalogue.CatalogueService;
import dev.lodestone.points.catalogue.RewardView;
import dev.lodestone.points.ledger.LedgerService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

/** Buys rewards. The balance is checked and debited, and the stock checked and lowered, under the same locks. */
@ApplicationScoped
public class RedemptionService {
    private final LedgerService ledger;
    private final CatalogueService catalogue;
    private final RedemptionRepository redemptions;
    private final Clock clock;

    RedemptionService(LedgerService ledger, CatalogueService catalogue, RedemptionRepository redemptions, Clock clock) {
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.redemptions = redemptions;
        this.clock = clock;
    }

    /** Buys one piece of {@code rewardCode} for {@code member}; refused with 409 if the points or the stock do not suffice. */
    public Uni<RedemptionView> redeem(SqlConnection tx, MemberId member, String rewardCode) {
        return ledger.openWithLots(tx, Set.of(member), Asset.POINTS, clock.instant())
                .chain(book -> catalogue
                        .take(tx, rewardCode)
                        .map(reward -> post(book.account(member, Asset.POINTS), reward))
                        .call(() -> ledger.write(tx, book)))
                .call(redemption -> redemptions.insert(tx, member, redemption));
    }

    private RedemptionView post(Account account, RewardView reward) {
        UUID id = Ids.next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        account.redeem(reward.cost(), Cause.of(id, "redemption", now, null));
        return new RedemptionView(id, reward.code(), reward.cost(), account.available(), now);
    }
}
