package dev.lodestone.points.earning.ruleset;

import dev.lodestone.platform.approvals.PendingApproval;
import dev.lodestone.platform.audit.AuditEntry;
import dev.lodestone.platform.audit.AuditSessionService;
import dev.lodestone.platform.definitions.DefinitionStatus;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.points.earning.rules.RuleDefinition;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Publishes versions of rules, with a second operator's approval where it is required. Each call is idempotent and audited. */
@ApplicationScoped
public class RulePublicationService {
    private final RuleRepository repository;
    private final RuleDraftService drafts;
    private final RuleDocuments documents;
    private final AuditSessionService audit;
    private final RuleSetConfig config;
    private final Clock clock;

    RulePublicationService(
            RuleRepository repository,
            RuleDraftService drafts,
            RuleDocuments documents,
            AuditSessionService audit,
            RuleSetConfig config,
            Clock clock) {
        this.repository = repository;
        this.drafts = drafts;
        this.documents = documents;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Publishes a draft for events that occur at {@code effectiveFrom} or later, or proposes it where a second operator must approve.
     *
     * @throws ProblemException 400 for a campaign without a goal, 404 for an unknown version, 409 if it is published with another time
     */
    @WithTransaction
    public Uni<RuleView> publish(String code, int version, Instant effectiveFrom, String operator) {
        return repository.lockVersion(code, version).chain(rule -> publish(rule, effectiveFrom, operator, null));
    }

    /**
     * Publishes a version that another operator proposed.
     *
     * @param seenHash hash of the version that the operator read
     * @throws ProblemException 403 for the proposer, 404 for an unknown version, 409 if it is not proposed, changed since it was read, or
     *     the proposal expired
     */
    @WithTransaction
    public Uni<RuleView> approve(String code, int version, String seenHash, String operator) {
        return repository.lockVersion(code, version).chain(rule -> {
            RuleDocuments.State before = documents.state(rule);
            switch (rule.status()) {
                case DRAFT ->
                    throw new ProblemException(RuleSetProblems.RULE_NOT_PROPOSED, "Publish it first, with its date");
                case PROPOSED -> {
                    Objects.requireNonNull(rule.proposed(config.proposalLifetime()), "a proposed version is complete")
                            .check(operator, seenHash, clock.instant());
                    rule.life = rule.life.published(operator, clock.instant());
                }
                case PUBLISHED -> {
                    if (!seenHash.equals(rule.contentHash())) {
                        throw PendingApproval.changed("It is published with other content; read it again");
                    }
                }
            }
            return audited(rule, before, operator, null);
        });
    }

    /**
     * Publishes {@code version}, the next number, with the definition of version {@code to}.
     *
     * @throws ProblemException 404 if {@code to} was never published, 409 if {@code version} exists with another definition
     */
    @WithTransaction
    public Uni<RuleView> rollBack(String code, int version, int to, Instant effectiveFrom, String operator) {
        return repository.version(code, to).chain(old -> {
            if (old.status() != DefinitionStatus.PUBLISHED || to >= version) {
                throw new ProblemException(
                        RuleSetProblems.RULE_VERSION_UNKNOWN, "Name an older version that was published");
            }
            return drafts.copy(old, version, operator)
                    .chain(rule -> publish(rule, effectiveFrom, operator, "rolled back to version " + to));
        });
    }

    private Uni<RuleView> publish(RuleEntity rule, Instant effectiveFrom, String operator, @Nullable String reason) {
        RuleDocuments.State before = documents.state(rule);
        PendingApproval proposed = rule.proposed(config.proposalLifetime());
        boolean proposedAgain = proposed != null && proposed.hasExpired(clock.instant());
        if (rule.status() == DefinitionStatus.DRAFT || proposedAgain) {
            propose(rule, effectiveFrom, operator);
        } else if (!rule.life.isFor(effectiveFrom)) {
            throw new ProblemException(
                    RuleSetProblems.RULE_PUBLISHED,
                    "It is " + rule.status() + " with effect from " + rule.life.effectiveFrom()
                            + "; draft a new version");
        }
        return proposedAgain
                ? recorded(rule, before, operator, "proposed again")
                : audited(rule, before, operator, reason);
    }

    private void propose(RuleEntity rule, Instant effectiveFrom, String operator) {
        RuleDefinition definition = documents.read(rule);
        documents.check(rule.key.code(), rule.key.version(), definition);
        definition.checkGoal();
        rule.life = rule.life.proposed(effectiveFrom, operator, clock.instant());
        if (!config.approvalRequired()) {
            rule.life = rule.life.published(operator, clock.instant());
        }
    }

    /** Adds an audit entry if the state of {@code rule} changed. */
    private Uni<RuleView> audited(
            RuleEntity rule, RuleDocuments.State before, String operator, @Nullable String reason) {
        return rule.status() == before.status()
                ? Uni.createFrom().item(documents.view(rule))
                : recorded(rule, before, operator, reason);
    }

    private Uni<RuleView> recorded(
            RuleEntity rule, RuleDocuments.State before, String operator, @Nullable String reason) {
        AuditEntry entry = new AuditEntry(
                operator,
                "RULE_" + rule.status(),
                "RULE",
                rule.key.code() + "/" + rule.key.version(),
                before,
                documents.state(rule),
                reason);
        return audit.record(entry).replaceWith(() -> documents.view(rule));
    }
}
