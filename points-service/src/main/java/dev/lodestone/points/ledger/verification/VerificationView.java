package dev.lodestone.points.ledger.verification;

import dev.lodestone.points.ledger.checks.Finding;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A verification of the ledger: its progress and its findings.
 *
 * {@snippet lang=json :
 * {
 *   "id": "019ca7aa-16e0-76ee-b36a-8786c764f974", "status": "INTACT", "requestedAt": "2026-03-01T04:00:00Z", "finishedAt": "2026-03-01T04:02:11Z",
 *   "blocks": 812, "blocksDone": 812, "postings": 48210, "entries": 120, "heads": 1624, "accounts": 1200, "findings": 0,
 *   "failure": null, "items": []
 * }
 * }
 *
 * @param blocks number of blocks sealed at the time of the request
 * @param blocksDone number of these blocks checked so far
 * @param postings number of postings checked so far
 * @param entries number of audit entries checked so far
 * @param heads number of heads kept outside compared so far, in all sources
 * @param headsIgnored number of lines on the topics of heads that no trusted key signed; they prove nothing
 * @param accounts number of accounts checked so far, with their lots and holds
 * @param findings number of findings that show a change; {@code items} contains the first ones
 * @param failure the reason if it ended as failed
 */
@RegisterForReflection
public record VerificationView(
        UUID id,
        Status status,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        long blocks,
        long blocksDone,
        long postings,
        long entries,
        long heads,
        long headsIgnored,
        long accounts,
        long findings,
        @Nullable String failure,
        List<Finding> items) {

    /** Running, or the result. */
    public enum Status {
        RUNNING,
        INTACT,
        /** Nothing was changed, but rows wait too long for their seal: until they have it, a change of them leaves no trace. */
        UNSEALED,
        TAMPERED,
        /** It could not continue, so there is no result: fix the cause and request it again. */
        FAILED
    }
}
