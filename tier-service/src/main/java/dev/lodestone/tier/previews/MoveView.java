package dev.lodestone.tier.previews;

import dev.lodestone.tier.history.MeasureView;
import dev.lodestone.tier.history.Step;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member who would have another level.
 *
 * {@snippet lang=json :
 * {
 *   "memberId": "0b9f6f0e-7f0c-5c56-9d0a-3c1f6f0f2a11", "from": "ADVANCED", "to": "BASIC", "rises": false, "reason": "LOST",
 *   "measures": [{"criterion": "growth", "growth": 1200, "threshold": 1500, "missing": 300}]
 * }
 * }
 *
 * @param from level without the version
 * @param to level with it
 * @param reason what decides the level with the version
 * @param measures growth and threshold of each criterion that decides it, in whole units
 */
public record MoveView(
        UUID memberId,
        String from,
        String to,
        boolean rises,
        Step.@Nullable Reason reason,
        List<MeasureView> measures) {}
