package dev.lodestone.recall.deadletters;

import dev.lodestone.platform.deadletters.operations.DeadLetterEndpoints;
import jakarta.ws.rs.Path;

/** The dead letters of recall-service. */
@Path("/api/recall/v1/dead-letters")
public class DeadLetterResource extends DeadLetterEndpoints {}
