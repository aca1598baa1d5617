package dev.lodestone.points.earning.trial;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** @param days how far back the facts lie that the version is tried on */
public record BacktestRequest(@NotNull @Min(1) @Max(3_650) Integer days) {}
