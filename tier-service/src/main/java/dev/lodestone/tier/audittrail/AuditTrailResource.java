package dev.lodestone.tier.audittrail;

import dev.lodestone.platform.audit.trail.AuditEndpoints;
import jakarta.ws.rs.Path;

/** Lists who did what in tier-service. {@link AuditEndpoints} describes the operation. */
@Path("/api/tier/v1/audit-entries")
public class AuditTrailResource extends AuditEndpoints {}
