package dev.lodestone.platform.audit;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Adds entries in a Hibernate session. */
@ApplicationScoped
class AuditRepository implements PanacheRepositoryBase<AuditEntity, UUID> {}
