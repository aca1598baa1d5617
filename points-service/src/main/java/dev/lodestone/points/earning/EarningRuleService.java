package dev.lodestone.points.earning;

import dev.lodestone.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Drafts and publishes rules. Every call may be repeated: the client names the version. */
@ApplicationScoped
public class EarningRuleService {
    private final EarningRuleRepository repository;
    private final Clock clock;

    EarningRuleService(EarningRuleRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Writes draft {@code version}, which is the next one or a draft already.
     *
     * @throws ProblemException 409 if a version would be left out, or this one is published and differs
     */
    @WithTransaction
    public Uni<EarningRuleView> draft(String code, int version, EarningRuleRequest request, String operator) {
        request.check();
        return repository.versions(code).chain(versions -> {
            int newest = versions.isEmpty() ? 0 : versions.getFirst().key.version();
            if (version > newest + 1) {
                throw new ProblemException(
                        EarningProblems.RULE_VERSION_SKIPPED, "The next version of " + code + " is " + (newest + 1));
            }
            return version == newest + 1
                    ? create(code, version, request, operator)
                    : change(versions.get(newest - version), request, operator);
        });
    }

    /**
     * Puts a draft in force for facts that happen at {@code effectiveFrom} or later.
     *
     * @throws ProblemException 404 if there is no such version, 409 if it is published with another date
     */
    @WithTransaction
    public Uni<EarningRuleView> publish(String code, int version, Instant effectiveFrom, String operator) {
        return repository
                .findById(new EarningRuleEntity.Key(code, version))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        EarningProblems.RULE_VERSION_UNKNOWN, "Draft version " + version + " of " + code + " first"))
                .map(rule -> publish(rule, effectiveFrom, operator));
    }

    /** The versions of one rule, newest first. */
    @WithSession
    public Uni<List<EarningRuleView>> versions(String code) {
        return repository
                .versions(code)
                .map(rules -> rules.stream().map(EarningRuleEntity::view).toList());
    }

    /** The rules that pay for facts that happen now. */
    @WithSession
    public Uni<List<EarningRuleView>> inForce() {
        return repository
                .inForce(clock.instant())
                .map(rules -> rules.stream().map(EarningRuleEntity::view).toList());
    }

    private Uni<EarningRuleView> create(String code, int version, EarningRuleRequest request, String operator) {
        EarningRuleEntity rule = new EarningRuleEntity();
        rule.key = new EarningRuleEntity.Key(code, version);
        rule.status = EarningRuleEntity.DRAFT;
        fill(rule, request, operator);
        return repository.persist(rule).map(EarningRuleEntity::view);
    }

    private Uni<EarningRuleView> change(EarningRuleEntity rule, EarningRuleRequest request, String operator) {
        if (!rule.published()) {
            fill(rule, request, operator);
        } else if (!rule.says(request)) {
            throw new ProblemException(EarningProblems.RULE_PUBLISHED, "Draft a new version of " + rule.key.code());
        }
        return Uni.createFrom().item(rule.view());
    }

    private void fill(EarningRuleEntity rule, EarningRuleRequest request, String operator) {
        rule.factType = request.factType();
        rule.award = request.award();
        rule.points = request.points();
        rule.perAmountMinor = request.perAmountMinor();
        rule.currency = request.currency();
        rule.expiryDays = request.expiryDays();
        rule.draftedBy = operator;
        rule.draftedAt = clock.instant();
    }

    private EarningRuleView publish(EarningRuleEntity rule, Instant effectiveFrom, String operator) {
        if (!rule.published()) {
            rule.status = EarningRuleEntity.PUBLISHED;
            rule.effectiveFrom = effectiveFrom;
            rule.publishedBy = operator;
            rule.publishedAt = clock.instant();
        } else if (!effectiveFrom.equals(rule.effectiveFrom)) {
            throw new ProblemException(
                    EarningProblems.RULE_PUBLISHED,
                    "It is in force from " + rule.effectiveFrom + "; draft a new version");
        }
        return rule.view();
    }
}
