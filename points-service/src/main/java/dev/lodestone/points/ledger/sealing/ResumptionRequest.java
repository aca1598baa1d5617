package dev.lodestone.points.ledger.sealing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param reason why the chains may go on from where the database ends, such as the name of the backup that was restored */
public record ResumptionRequest(@NotBlank @Size(max = 500) String reason) {}
