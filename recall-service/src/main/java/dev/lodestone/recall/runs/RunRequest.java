package dev.lodestone.recall.runs;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** @param asOf the brand's day on which the audience is judged; at most today */
public record RunRequest(@NotNull LocalDate asOf) {}
