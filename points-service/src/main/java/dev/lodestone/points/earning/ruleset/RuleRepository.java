package dev.lodestone.points.earning.ruleset;

import dev.lodestone.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

/** Reads and writes versions of rules. */
@ApplicationScoped
class RuleRepository implements PanacheRepositoryBase<RuleEntity, RuleEntity.Key> {
    private static final String VERSIONS = "key.code = ?1 order by key.version desc";

    /** All versions of a rule, newest first. */
    Uni<List<RuleEntity>> versions(String code) {
        return list(VERSIONS, code);
    }

    /** As {@link #versions}, and locks them until the transaction ends. */
    Uni<List<RuleEntity>> lockVersions(String code) {
        return find(VERSIONS, code).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /**
     * One version of a rule.
     *
     * @throws ProblemException in the {@code Uni}: 404 {@code rule-version-unknown}
     */
    Uni<RuleEntity> version(String code, int version) {
        return known(findById(new RuleEntity.Key(code, version)), code, version);
    }

    /** As {@link #version}, and locks it until the transaction ends. */
    Uni<RuleEntity> lockVersion(String code, int version) {
        return known(findById(new RuleEntity.Key(code, version), LockModeType.PESSIMISTIC_WRITE), code, version);
    }

    private static Uni<RuleEntity> known(Uni<RuleEntity> found, String code, int version) {
        return found.onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        RuleSetProblems.RULE_VERSION_UNKNOWN, "Draft version " + version + " of " + code + " first"));
    }
}
