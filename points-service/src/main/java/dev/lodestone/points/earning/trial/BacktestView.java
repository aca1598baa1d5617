package dev.lodestone.points.earning.trial;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The state of a backtest.
 *
 * {@snippet lang=json :
 * {
 *   "id": "019ca7aa-16e0-76ee-b36a-8786c764f974", "ruleCode": "spend-cny", "ruleVersion": 4, "days": 30, "status": "DONE", "progressPercent": 100,
 *   "report": {"facts": 12000, "cost": 402000, "before": 398000, "after": 402000,
 *     "winners": {"members": 830, "points": 4000}, "losers": {"members": 0, "points": 0}, "budgetHitOn": null,
 *     "segments": [{"tier": "PREMIUM", "facts": 3100, "before": 121000, "after": 123000}],
 *     "days": [{"day": "2026-02-01", "cost": 13100}]},
 *   "failure": null
 * }
 * }
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
