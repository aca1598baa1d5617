package dev.lodestone.points.ledger.sealing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * {@snippet lang=json :
 * {"reason": "restored the backup of 2026-03-01 02:00"}
 * }
 *
 * @param reason why the chains may continue from the end of the database, such as the name of the restored backup
 */
public record ResumptionRequest(@NotBlank @Size(max = 500) String reason) {}
