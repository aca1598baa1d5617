package dev.lodestone.points.earning.ruleset;

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
}
