package dev.lodestone.community.deadletters;

import dev.lodestone.platform.deadletters.operations.DeadLetterEndpoints;
import jakarta.ws.rs.Path;

/** The dead letters of community-service. The platform's {@link DeadLetterEndpoints} has the operations, their shapes and errors. */
@Path("/api/community/v1/dead-letters")
public class DeadLetterResource extends DeadLetterEndpoints {}
