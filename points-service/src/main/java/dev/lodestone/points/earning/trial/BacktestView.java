package dev.lodestone.points.earning.trial;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A backtest as it is now.
 *
 * @param status RUNNING, DONE or FAILED
 * @param progressPercent how much of the facts was looked at
 * @param report once it is DONE
 * @param failure why it FAILED
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
