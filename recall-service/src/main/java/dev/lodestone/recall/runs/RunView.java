package dev.lodestone.recall.runs;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run and the members it has enrolled so far.
 *
 * {@snippet lang=json :
 * {
 *   "runId": "019ca7aa-16e0-76ee-b36a-8786c764f974", "campaignId": "019ca7aa-12f8-7a03-97aa-f94de2f5ce01", "asOf": "2026-03-01", "state": "DONE",
 *   "progressPercent": 100, "eligible": 1000, "alreadyIn": 0, "heldOut": 100, "treated": 900, "reason": null,
 *   "requestedAt": "2026-03-01T04:31:07Z", "finishedAt": "2026-03-01T04:31:40Z"
 * }
 * }
 *
 * @param progressPercent an estimate from the last processed id, because ids are evenly distributed
 * @param eligible in the audience on {@code asOf}, no return since, with an address and consent; the sum of the following
 * @param alreadyIn enrolled by an earlier run: they keep their arm and get no second message
 * @param heldOut enrolled by this run, without a message
 * @param treated enrolled by this run, with an offer and an email
 * @param reason why the last attempt failed; null once another succeeded
 */
@RegisterForReflection
public record RunView(
        UUID runId,
        UUID campaignId,
        LocalDate asOf,
        RunState state,
        int progressPercent,
        long eligible,
        long alreadyIn,
        long heldOut,
        long treated,
        @Nullable String reason,
        Instant requestedAt,
        @Nullable Instant finishedAt) {
    /** A new run. */
    static RunView pending(UUID runId, UUID campaignId, LocalDate asOf, Instant now) {
        return new RunView(runId, campaignId, asOf, RunState.PENDING, 0, 0, 0, 0, 0, null, now, null);
    }

    /** The progress of a run that has processed the members up to {@code last}. */
    static int progressPercent(RunState state, @Nullable UUID last) {
        if (state == RunState.DONE) {
            return 100;
        }
        return last == null ? 0 : (int) ((last.getMostSignificantBits() >>> Integer.SIZE) * 100 >>> Integer.SIZE);
    }
}
