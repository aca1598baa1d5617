package dev.lodestone.recall.runs;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * {@snippet lang=json :
 * {"asOf": "2026-03-01"}
 * }
 *
 * @param asOf the day of the audience, by the brand's calendar; at most today
 */
public record RunRequest(@NotNull LocalDate asOf) {}
