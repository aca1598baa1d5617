package dev.lodestone.points.audittrail;

import dev.lodestone.platform.audit.trail.AuditEndpoints;
import jakarta.ws.rs.Path;

/** Lists who did what in points-service. {@link AuditEndpoints} describes the operation. */
@Path("/api/points/v1/audit-entries")
public class AuditTrailResource extends AuditEndpoints {}
