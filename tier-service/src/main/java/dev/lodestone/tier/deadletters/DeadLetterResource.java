package dev.lodestone.tier.deadletters;

import dev.lodestone.platform.deadletters.operations.DeadLetterEndpoints;
import jakarta.ws.rs.Path;

/** What tier-service set aside. */
@Path("/api/tier/v1/dead-letters")
public class DeadLetterResource extends DeadLetterEndpoints {}
