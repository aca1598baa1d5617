package dev.lodestone.points.ledger.sealing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param reason why the chains may continue from the end of the database, such as the name of the restored backup */
public record ResumptionRequest(@NotBlank @Size(max = 500) String reason) {}
