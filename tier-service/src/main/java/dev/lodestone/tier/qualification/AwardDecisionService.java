package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.tier.membership.MembershipService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.Supplier;

/** Decides the level of a member again after an award was added or ended. */
@ApplicationScoped
public class AwardDecisionService {
    private final MemberTierRepository tiers;
    private final QualificationService qualification;
    private final Clock clock;

    AwardDecisionService(MemberTierRepository tiers, QualificationService qualification, Clock clock) {
        this.tiers = tiers;
        this.qualification = qualification;
        this.clock = clock;
    }

    /**
     * Runs {@code write}, which adds an award or ends one, while the tier of {@code member} is locked, and decides the level again in {@code tx};
     * publishes one event if it changes.
     *
     * @throws ProblemException 404 {@code member-not-enrolled}
     */
    public Uni<Void> changeAwards(SqlConnection tx, MemberId member, Supplier<Uni<Void>> write) {
        return tiers.lockOne(tx, member)
                .map(found -> found.orElseThrow(MembershipService::notEnrolled))
                .call(() -> write.get())
                .call(() -> tiers.beDue(tx, member, clock.instant()))
                .chain(tier -> qualification.settle(tx, tier.due(clock.instant())));
    }

    /** @throws ProblemException 404 {@code member-not-enrolled} */
    public Uni<Void> check(SqlConnection connection, MemberId member) {
        return tiers.find(connection, member)
                .map(found -> found.orElseThrow(MembershipService::notEnrolled))
                .replaceWithVoid();
    }
}
