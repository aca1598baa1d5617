package dev.lodestone.points.rulebook;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Versions of rules as operators work on them. */
@ApplicationScoped
class RuleRepository implements PanacheRepositoryBase<RuleEntity, RuleEntity.Key> {
    /** All versions of one rule, the newest first. */
    Uni<List<RuleEntity>> versions(String code) {
        return list("key.code = ?1 order by key.version desc", code);
    }
}
