package dev.lodestone.points.deadletters;

import dev.lodestone.platform.deadletters.operations.DeadLetterEndpoints;
import jakarta.ws.rs.Path;

/** What points-service set aside. */
@Path("/api/points/v1/dead-letters")
public class DeadLetterResource extends DeadLetterEndpoints {}
