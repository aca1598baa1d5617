package dev.lodestone.points.earning.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lodestone.platform.json.Json;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.points.approvals.PendingApproval;
import dev.lodestone.points.audit.AuditEntry;
import dev.lodestone.points.audit.AuditSessionService;
import dev.lodestone.points.earning.evaluation.Rule;
import dev.lodestone.points.earning.evaluation.SampleEvaluation;
import dev.lodestone.points.earning.rules.RuleDefinition;
import dev.lodestone.points.earning.rules.RuleText;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Drafts and publishes rules. Each call is idempotent, since the caller names the version. */
@ApplicationScoped
public class RuleService {
    private final RuleRepository repository;
    private final AuditSessionService audit;
    private final Json json;
    private final RuleSetConfig config;
    private final Clock clock;

    /** The state of a version in an audit entry. */
    private record RuleState(
            RuleEntity.Status status,
            JsonNode definition,
            @Nullable Instant effectiveFrom) {}

    RuleService(RuleRepository repository, AuditSessionService audit, Json json, RuleSetConfig config, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Writes draft {@code version}: an existing draft or the next number. A proposed version becomes a draft again.
     *
     * @throws ProblemException 400 if the definition is invalid, 409 if a number would be skipped, or if the version is published and
     *     differs
     */
    @WithTransaction
    public Uni<RuleView> draft(String code, int version, RuleDefinition definition, String operator) {
        checkDefinition(code, version, definition);
        return repository.lockVersions(code).chain(versions -> {
            RuleEntity known = known(versions, code, version);
            if (known == null) {
                return create(code, version, definition, operator).map(this::view);
            }
            if (read(known).equals(definition)) {
                return Uni.createFrom().item(view(known));
            }
            if (known.status == RuleEntity.Status.PUBLISHED) {
                throw new ProblemException(RuleSetProblems.RULE_PUBLISHED, "Draft a new version of " + code);
            }
            fill(known, definition, operator);
            return Uni.createFrom().item(view(known));
        });
    }

    /**
     * Publishes a draft for events that occur at {@code effectiveFrom} or later, or proposes it where a second operator must approve.
     *
     * @throws ProblemException 400 for a campaign without a goal, 404 for an unknown version, 409 if it is published with another time
     */
    @WithTransaction
    public Uni<RuleView> publish(String code, int version, Instant effectiveFrom, String operator) {
        return lock(code, version).chain(rule -> publish(rule, effectiveFrom, operator, null));
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
        return lock(code, version).chain(rule -> {
            RuleState before = state(rule);
            switch (rule.status) {
                case DRAFT ->
                    throw new ProblemException(RuleSetProblems.RULE_NOT_PROPOSED, "Publish it first, with its date");
                case PROPOSED -> {
                    Objects.requireNonNull(rule.proposed(config.proposalLifetime()), "a proposed version is complete")
                            .check(operator, seenHash, clock.instant());
                    publishNow(rule, operator);
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
        return find(code, to).chain(old -> {
            if (old.status != RuleEntity.Status.PUBLISHED || to >= version) {
                throw new ProblemException(
                        RuleSetProblems.RULE_VERSION_UNKNOWN, "Name an older version that was published");
            }
            return repository
                    .lockVersions(code)
                    .chain(versions -> copy(known(versions, code, version), old, version, operator))
                    .chain(rule -> publish(rule, effectiveFrom, operator, "rolled back to version " + to));
        });
    }

    /** All versions of a rule, newest first. */
    @WithSession
    public Uni<List<RuleView>> versions(String code) {
        return repository
                .versions(code)
                .map(rules -> rules.stream().map(this::view).toList());
    }

    /**
     * The differences of version {@code to} from version {@code from}.
     *
     * @throws ProblemException 404 if one of them does not exist
     */
    @WithSession
    public Uni<List<DifferenceView>> differences(String code, int from, int to) {
        return find(code, from)
                .chain(one -> find(code, to)
                        .map(other -> DifferenceView.between(json.treeOf(read(one)), json.treeOf(read(other)))));
    }

    private Uni<RuleEntity> find(String code, int version) {
        return repository
                .findById(new RuleEntity.Key(code, version))
                .onItem()
                .ifNull()
                .failWith(() -> unknown(code, version));
    }

    /** As {@link #find}, and locks the version until the transaction ends. */
    private Uni<RuleEntity> lock(String code, int version) {
        return repository
                .findById(new RuleEntity.Key(code, version), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> unknown(code, version));
    }

    private static ProblemException unknown(String code, int version) {
        return new ProblemException(
                RuleSetProblems.RULE_VERSION_UNKNOWN, "Draft version " + version + " of " + code + " first");
    }

    private static @Nullable RuleEntity known(List<RuleEntity> newestFirst, String code, int version) {
        int newest = newestFirst.isEmpty() ? 0 : newestFirst.getFirst().key.version();
        if (version > newest + 1) {
            throw new ProblemException(
                    RuleSetProblems.RULE_VERSION_SKIPPED, "The next version of " + code + " is " + (newest + 1));
        }
        return version == newest + 1 ? null : newestFirst.get(newest - version);
    }

    private Uni<RuleEntity> create(String code, int version, RuleDefinition definition, String operator) {
        RuleEntity rule = new RuleEntity();
        rule.key = new RuleEntity.Key(code, version);
        fill(rule, definition, operator);
        return repository.persist(rule);
    }

    private Uni<RuleEntity> copy(@Nullable RuleEntity known, RuleEntity old, int version, String operator) {
        if (known == null) {
            return create(old.key.code(), version, read(old), operator);
        }
        if (!read(known).equals(read(old))) {
            throw new ProblemException(
                    RuleSetProblems.RULE_VERSION_TAKEN, "Use the next version number of " + old.key.code());
        }
        return Uni.createFrom().item(known);
    }

    private void fill(RuleEntity rule, RuleDefinition definition, String operator) {
        rule.status = RuleEntity.Status.DRAFT;
        rule.definition = json.write(definition);
        rule.draftedBy = operator;
        rule.draftedAt = clock.instant();
        rule.effectiveFrom = null;
        rule.proposedBy = null;
        rule.proposedAt = null;
    }

    private Uni<RuleView> publish(RuleEntity rule, Instant effectiveFrom, String operator, @Nullable String reason) {
        RuleState before = state(rule);
        PendingApproval proposed = rule.proposed(config.proposalLifetime());
        boolean proposedAgain = proposed != null && proposed.hasExpired(clock.instant());
        if (rule.status == RuleEntity.Status.DRAFT || proposedAgain) {
            checkDefinition(rule.key.code(), rule.key.version(), read(rule));
            read(rule).checkGoal();
            // The database stores microseconds; truncated here, so that the hash does not change.
            rule.effectiveFrom = effectiveFrom;
            rule.proposedBy = operator;
            rule.proposedAt = clock.instant();
            rule.status = RuleEntity.Status.PROPOSED;
            if (!config.approvalRequired()) {
                publishNow(rule, operator);
            }
        } else if (!effectiveFrom.equals(rule.effectiveFrom)) {
            throw new ProblemException(
                    RuleSetProblems.RULE_PUBLISHED,
                    "It is " + rule.status + " with effect from " + rule.effectiveFrom + "; draft a new version");
        }
        return proposedAgain
                ? recorded(rule, before, operator, "proposed again")
                : audited(rule, before, operator, reason);
    }

    /** Adds an audit entry if the state of {@code rule} changed. */
    private Uni<RuleView> audited(RuleEntity rule, RuleState before, String operator, @Nullable String reason) {
        return rule.status == before.status()
                ? Uni.createFrom().item(view(rule))
                : recorded(rule, before, operator, reason);
    }

    private Uni<RuleView> recorded(RuleEntity rule, RuleState before, String operator, @Nullable String reason) {
        AuditEntry entry = new AuditEntry(
                operator,
                "RULE_" + rule.status,
                "RULE",
                rule.key.code() + "/" + rule.key.version(),
                before,
                state(rule),
                reason);
        return audit.record(entry).replaceWith(() -> view(rule));
    }

    private RuleState state(RuleEntity rule) {
        return new RuleState(rule.status, json.tree(rule.definition), rule.effectiveFrom);
    }

    /** Checks a definition and evaluates it for sample events. */
    private void checkDefinition(String code, int version, RuleDefinition definition) {
        definition.check();
        SampleEvaluation.check(Rule.of(code, version, definition, Instant.EPOCH, config.zone()));
    }

    private void publishNow(RuleEntity rule, String operator) {
        rule.status = RuleEntity.Status.PUBLISHED;
        rule.publishedBy = operator;
        rule.publishedAt = clock.instant();
    }

    private RuleView view(RuleEntity rule) {
        RuleDefinition definition = read(rule);
        return new RuleView(
                rule.key.code(),
                rule.key.version(),
                rule.status,
                RuleText.of(definition),
                definition,
                rule.effectiveFrom,
                rule.publication(config.proposalLifetime()));
    }

    private RuleDefinition read(RuleEntity rule) {
        return json.read(rule.definition, RuleDefinition.class);
    }
}
