package dev.lodestone.recall.campaigns;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Whom a run picked.
 *
 * @param eligible in the audience on {@code asOf}, not back since, with an address and consent; the sum of the following
 * @param alreadyIn picked by an earlier run: they keep their arm and hear nothing again
 * @param heldOut picked now, never written to
 * @param treated picked now, with an offer and an email on its way
 */
@RegisterForReflection
public record RunView(
        UUID runId, UUID campaignId, LocalDate asOf, long eligible, long alreadyIn, long heldOut, long treated) {

    static RunView started(UUID runId, UUID campaignId, LocalDate asOf) {
        return new RunView(runId, campaignId, asOf, 0, 0, 0, 0);
    }

    /** With a further page of {@code found} eligible members, of whom these were enrolled now. */
    RunView plus(long found, long heldOutNow, long treatedNow) {
        return new RunView(
                runId,
                campaignId,
                asOf,
                eligible + found,
                alreadyIn + found - heldOutNow - treatedNow,
                heldOut + heldOutNow,
                treated + treatedNow);
    }
}
