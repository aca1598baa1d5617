package dev.lodestone.points.deadletters;

import dev.lodestone.platform.deadletters.operations.DeadLetterEndpoints;
import jakarta.ws.rs.Path;

/** Lists, reads and redrives the dead letters of points-service. {@link DeadLetterEndpoints} describes each operation. */
@Path("/api/points/v1/dead-letters")
public class DeadLetterResource extends DeadLetterEndpoints {}
