package dev.lodestone.community.deadletters;

import dev.lodestone.platform.deadletters.operations.DeadLetterEndpoints;
import jakarta.ws.rs.Path;

/** What community-service set aside. */
@Path("/api/community/v1/dead-letters")
public class DeadLetterResource extends DeadLetterEndpoints {}
