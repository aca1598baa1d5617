package dev.lodestone.points.earning.trial;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The state of a backtest.
 *
 * @param status RUNNING, DONE or FAILED
 * @param progressPercent share of the events that is evaluated
 * @param report the result, once it is DONE
 * @param failure the reason, if it FAILED
 */
@RegisterForReflection
public record BacktestView(
        UUID id,
        String ruleCode,
        int ruleVersion,
        int days,
        String status,
        int progressPercent,
        @Nullable BacktestReport report,
        @Nullable String failure) {}
