package dev.lodestone.tier.versions;

import dev.lodestone.platform.approvals.PendingApproval;
import dev.lodestone.platform.audit.AuditEntry;
import dev.lodestone.platform.audit.AuditService;
import dev.lodestone.platform.definitions.DefinitionStatus;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.tier.jobs.JobService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Publishes versions of tier sets, with a second operator's approval where it is required. Each call is idempotent and audited. */
@ApplicationScoped
public class TierSetPublicationService {
    private final TierSetRepository repository;
    private final TierSetDraftService drafts;
    private final TierSetDocuments documents;
    private final AuditService audit;
    private final JobService jobs;
    private final TierSetConfig config;
    private final Clock clock;

    TierSetPublicationService(
            TierSetRepository repository,
            TierSetDraftService drafts,
            TierSetDocuments documents,
            AuditService audit,
            JobService jobs,
            TierSetConfig config,
            Clock clock) {
        this.repository = repository;
        this.drafts = drafts;
        this.documents = documents;
        this.audit = audit;
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Publishes a draft with effect from {@code effectiveFrom}, or proposes it where a second operator must approve.
     *
     * @throws ProblemException 400 if the time lies in the past, 404 for an unknown version, 409 if it is published with another time
     */
    Uni<TierSetView> publish(SqlConnection tx, String code, int version, Instant effectiveFrom, String operator) {
        return drafts.lock(tx, code, version).chain(found -> publish(tx, found, effectiveFrom, operator, null));
    }

    /**
     * Publishes a version that another operator proposed.
     *
     * @param seenHash hash of the version that the operator read
     * @throws ProblemException 403 for the proposer, 404 for an unknown version, 409 if it is not proposed, changed since it was read, or the
     *     proposal expired
     */
    Uni<TierSetView> approve(SqlConnection tx, String code, int version, String seenHash, String operator) {
        return drafts.lock(tx, code, version).chain(found -> switch (found.status()) {
            case DRAFT ->
                throw new ProblemException(
                        TierSetProblems.TIER_SET_NOT_PROPOSED, "Publish it first, with its effective time");
            case PROPOSED -> {
                pending(found).check(operator, seenHash, clock.instant());
                yield save(tx, found, found.with(found.life().published(operator, clock.instant())), operator, null);
            }
            case PUBLISHED -> {
                if (!seenHash.equals(found.contentHash())) {
                    throw PendingApproval.changed("It is published with other content; read it again");
                }
                yield Uni.createFrom().item(documents.view(found));
            }
        });
    }

    /**
     * Publishes {@code version}, the next number, with the document of version {@code to}.
     *
     * @throws ProblemException 404 if {@code to} was never published, 409 if {@code version} exists with another document
     */
    Uni<TierSetView> rollBack(
            SqlConnection tx, String code, int version, int to, Instant effectiveFrom, String operator) {
        return drafts.find(tx, code, to).chain(old -> {
            if (old.status() != DefinitionStatus.PUBLISHED || to >= version) {
                throw new ProblemException(
                        TierSetProblems.TIER_SET_VERSION_UNKNOWN, "Name an older version that was published");
            }
            return drafts.copy(tx, old, version, operator)
                    .chain(copy -> publish(tx, copy, effectiveFrom, operator, "rolled back to version " + to));
        });
    }

    private Uni<TierSetView> publish(
            SqlConnection tx, TierSetVersion found, Instant effectiveFrom, String operator, @Nullable String reason) {
        PendingApproval proposed = found.proposed(config.proposalLifetime());
        boolean again = proposed != null && proposed.hasExpired(clock.instant());
        if (found.status() == DefinitionStatus.DRAFT || again) {
            TierSetVersion next = proposed(found, effectiveFrom, operator);
            return save(tx, found, next, operator, again ? "proposed again" : reason);
        }
        if (!found.life().isFor(effectiveFrom)) {
            throw new ProblemException(
                    TierSetProblems.TIER_SET_PUBLISHED,
                    "It is " + found.status() + " with effect from "
                            + found.life().effectiveFrom() + "; draft a new version");
        }
        return Uni.createFrom().item(documents.view(found));
    }

    private TierSetVersion proposed(TierSetVersion draft, Instant effectiveFrom, String operator) {
        Instant now = clock.instant();
        documents.read(draft).ifPresent(documents::check);
        if (effectiveFrom.isBefore(now)) {
            throw new ProblemException(
                    TierSetProblems.EFFECTIVE_TIME_PAST,
                    "It is " + now + ": levels that were decided by then would change; choose a later time");
        }
        TierSetVersion proposed = draft.with(draft.life().proposed(effectiveFrom, operator, now));
        return config.approvalRequired()
                ? proposed
                : proposed.with(proposed.life().published(operator, now));
    }

    private PendingApproval pending(TierSetVersion proposed) {
        return Objects.requireNonNull(proposed.proposed(config.proposalLifetime()), "a proposed version is complete");
    }

    private Uni<TierSetView> save(
            SqlConnection tx, TierSetVersion before, TierSetVersion after, String operator, @Nullable String reason) {
        AuditEntry entry = new AuditEntry(
                operator,
                "TIER_SET_" + after.status(),
                "TIER_SET",
                after.code() + "/" + after.version(),
                documents.state(before),
                documents.state(after),
                reason);
        return repository
                .update(tx, after)
                .chain(() -> audit.record(tx, entry))
                .chain(() -> after.status() == DefinitionStatus.PUBLISHED
                        ? rollOut(tx, after, operator)
                        : Uni.createFrom().voidItem())
                .replaceWith(() -> documents.view(after));
    }

    /** Has every member decided again, so that each has the time at which the version changes their level. */
    private Uni<Void> rollOut(SqlConnection tx, TierSetVersion published, String operator) {
        Instant from = Objects.requireNonNull(published.life().effectiveFrom(), "a published version has a time");
        Rollout rollout = new Rollout(published.code(), published.version(), from);
        return jobs.request(tx, Rollout.KIND, rollout, 0, operator).replaceWithVoid();
    }
}
