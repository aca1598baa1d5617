package dev.lodestone.recall.runs;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run and whom it has enrolled so far.
 *
 * @param progressPercent an estimate: ids are spread evenly, so the place of the last one shows how much has been looked at
 * @param eligible in the audience on {@code asOf}, not back since, with an address and consent; the sum of the following
 * @param alreadyIn enrolled by an earlier run: they keep their arm and hear nothing again
 * @param heldOut enrolled by this run, never written to
 * @param treated enrolled by this run, with an offer and an email on its way
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
    /** A run that was only asked for. */
    static RunView pending(UUID runId, UUID campaignId, LocalDate asOf, Instant now) {
        return new RunView(runId, campaignId, asOf, RunState.PENDING, 0, 0, 0, 0, 0, null, now, null);
    }

    /** How far a run is that has looked at the members up to {@code last}. */
    static int progressPercent(RunState state, @Nullable UUID last) {
        if (state == RunState.DONE) {
            return 100;
        }
        return last == null ? 0 : (int) ((last.getMostSignificantBits() >>> Integer.SIZE) * 100 >>> Integer.SIZE);
    }
}
