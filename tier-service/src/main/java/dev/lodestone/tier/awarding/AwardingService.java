package dev.lodestone.tier.awarding;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.approvals.PendingApproval;
import dev.lodestone.platform.approvals.ProposalService;
import dev.lodestone.platform.approvals.ProposalView;
import dev.lodestone.platform.audit.AuditEntry;
import dev.lodestone.platform.audit.AuditService;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.tier.awards.AwardService;
import dev.lodestone.tier.awards.LevelAward;
import dev.lodestone.tier.qualification.AwardDecisionService;
import dev.lodestone.tier.tiersets.TierSet;
import dev.lodestone.tier.versions.TierSetService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives and ends levels by hand, and has the member's level decided again in the same transaction. What an operator may not do alone is proposed. */
@ApplicationScoped
public class AwardingService {
    static final String GIVE = "LEVEL_AWARD";
    static final String END = "LEVEL_AWARD_END";

    private final TierSetService tierSets;
    private final AwardService awards;
    private final AwardDecisionService decisions;
    private final ProposalService proposals;
    private final AuditService audit;
    private final AwardsConfig config;
    private final Clock clock;

    AwardingService(
            TierSetService tierSets,
            AwardService awards,
            AwardDecisionService decisions,
            ProposalService proposals,
            AuditService audit,
            AwardsConfig config,
            Clock clock) {
        this.tierSets = tierSets;
        this.awards = awards;
        this.decisions = decisions;
        this.proposals = proposals;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Gives a level, or proposes it.
     *
     * @param approved whether a second operator approved it
     * @return an {@link AwardView}, or a {@link ProposalView}
     * @throws ProblemException 400 {@code level-unknown} or {@code award-time}, 404 {@code member-not-enrolled}; 409 {@code proposal-changed} if
     *     the approved award is no longer possible
     */
    Uni<Object> give(SqlConnection tx, MemberId member, AwardRequest request, String operator, boolean approved) {
        return tierSets.published(tx).chain(versions -> {
            TierSet set = versions.at(clock.instant()).set();
            LevelAward award = award(member, set, request, operator, approved);
            return !approved && !mayAlone(set, request.level())
                    ? propose(tx, GIVE, new ProposedAward(member.value(), request, null, null), operator)
                    : decisions
                            .changeAwards(tx, member, () -> awards.add(tx, award))
                            .chain(() -> record(tx, "LEVEL_AWARDED", award, operator, null, award.reason()))
                            .replaceWith(AwardView.of(award));
        });
    }

    /**
     * Ends an award, or proposes to. One whose end is booked and lies ahead may be ended earlier.
     *
     * @return an {@link AwardView}, or a {@link ProposalView}
     * @throws ProblemException 400 {@code award-time}, 404 {@code award-unknown}, 409 {@code award-ended}
     */
    Uni<Object> end(
            SqlConnection tx, MemberId member, UUID id, AwardEndRequest request, String operator, boolean approved) {
        if (!approved && config.approvalRequired()) {
            return find(tx, member, id)
                    .invoke(award -> ended(award, request, operator, false))
                    .chain(() -> propose(tx, END, new ProposedAward(member.value(), null, id, request), operator));
        }
        // The state of the award is read once its member is locked, so that of two ends the second finds the first.
        return decisions
                .changeAwards(
                        tx,
                        member,
                        () -> find(tx, member, id).chain(award -> {
                            LevelAward ended = ended(award, request, operator, approved);
                            return awards.end(tx, id, end(ended))
                                    .chain(() ->
                                            record(tx, "LEVEL_AWARD_ENDED", ended, operator, award, request.reason()));
                        }))
                .chain(() -> find(tx, member, id))
                .map(AwardView::of);
    }

    /** All awards of a member, the newest first. */
    Uni<List<AwardView>> list(SqlConnection connection, MemberId member) {
        return awards.all(connection, member)
                .map(found -> found.reversed().stream().map(AwardView::of).toList());
    }

    private LevelAward award(MemberId member, TierSet set, AwardRequest request, String operator, boolean approved) {
        if (set.indexOf(request.level()) < 0) {
            throw new ProblemException(
                    AwardingProblems.LEVEL_UNKNOWN,
                    "The levels are "
                            + set.levels().stream().map(level -> level.code()).toList());
        }
        Instant now = clock.instant();
        Instant from = from(request.from(), now, approved);
        Instant until = request.until() == null ? null : request.until().toInstant();
        if (until != null && !until.isAfter(from)) {
            throw time(approved, "until must be later than " + from);
        }
        return new LevelAward(
                Ids.next(),
                member,
                request.kind(),
                request.level(),
                from,
                until,
                request.reason(),
                operator,
                now,
                null);
    }

    private LevelAward ended(LevelAward award, AwardEndRequest request, String operator, boolean approved) {
        Instant now = clock.instant();
        if (award.isOver(now)) {
            throw new ProblemException(AwardingProblems.AWARD_ENDED, "It lasted until " + award.lastsUntil());
        }
        Instant at = from(request.at(), now, approved);
        if (award.end() != null && !at.isBefore(award.end().at())) {
            throw time(
                    approved,
                    "at must be earlier than the end that is booked, "
                            + award.end().at());
        }
        if (award.until() != null && at.isAfter(award.until())) {
            throw time(approved, "at must not be later than its own end, " + award.until());
        }
        return new LevelAward(
                award.id(),
                award.member(),
                award.kind(),
                award.level(),
                award.from(),
                award.until(),
                award.reason(),
                award.givenBy(),
                award.givenAt(),
                new LevelAward.End(at, request.reason(), operator, now));
    }

    private static LevelAward.End end(LevelAward ended) {
        return Objects.requireNonNull(ended.end(), "an award that was just ended");
    }

    /** A time that was proposed may have passed by the approval; then the award begins at once. */
    private static Instant from(@Nullable OffsetDateTime asked, Instant now, boolean approved) {
        if (asked == null || approved && asked.toInstant().isBefore(now)) {
            return now;
        }
        if (asked.toInstant().isBefore(now)) {
            throw time(false, "It is " + now + ": what was decided by then would change; choose a later time or none");
        }
        return asked.toInstant();
    }

    private static ProblemException time(boolean approved, String detail) {
        return approved
                ? PendingApproval.changed(detail + ": reject the proposal and make another")
                : new ProblemException(AwardingProblems.AWARD_TIME, detail);
    }

    private boolean mayAlone(TierSet set, String level) {
        return !config.approvalRequired()
                && config.aloneUpTo()
                        .map(highest -> set.indexOf(level) <= set.indexOf(highest))
                        .orElse(true);
    }

    private Uni<LevelAward> find(SqlConnection connection, MemberId member, UUID id) {
        return awards.all(connection, member)
                .map(found -> found.stream()
                        .filter(award -> award.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(
                                AwardingProblems.AWARD_UNKNOWN, "Use an id from the list of the member's awards")));
    }

    private Uni<Object> propose(SqlConnection tx, String kind, ProposedAward content, String operator) {
        return decisions
                .check(tx, new MemberId(content.memberId()))
                .chain(() -> proposals.propose(tx, kind, content, operator, config.proposalLifetime()))
                .map(proposals::view);
    }

    private Uni<Void> record(
            SqlConnection tx,
            String action,
            LevelAward after,
            String operator,
            @Nullable LevelAward before,
            String reason) {
        return audit.record(
                tx,
                new AuditEntry(
                        operator,
                        action,
                        "LEVEL_AWARD",
                        after.id().toString(),
                        before == null ? null : AwardView.of(before),
                        AwardView.of(after),
                        reason));
    }
}
