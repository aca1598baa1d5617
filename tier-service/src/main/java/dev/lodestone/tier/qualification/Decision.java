package dev.lodestone.tier.qualification;

import dev.lodestone.tier.history.Step.Measure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a level as it was decided and published.
 *
 * @param version numbers the member's changes from 1
 * @param from code of the level before
 * @param to code of the level after
 * @param at business time of what changed it
 * @param changedAt when it was decided
 * @param tierSet version of the tier set
 * @param measures growth and threshold of each criterion that was looked at
 * @param cause id of the event that changed it; null if time did
 */
public record Decision(
        long version,
        String from,
        String to,
        Instant at,
        Instant changedAt,
        Reason reason,
        int tierSet,
        List<Measure> measures,
        @Nullable String cause) {}
