package dev.lodestone.points.earning.trial;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * A request for a backtest.
 *
 * {@snippet lang=json :
 * {"days": 30}
 * }
 *
 * @param days the number of days before now whose events are evaluated
 */
public record BacktestRequest(@NotNull @Min(1) @Max(3_650) Integer days) {}
