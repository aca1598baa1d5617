package dev.lodestone.points.ledger.verification;

import dev.lodestone.points.ledger.checks.Finding;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check of the book: how far it is, and what it found.
 *
 * @param blocks sealed when it was asked for
 * @param blocksDone of them, checked so far
 * @param postings checked so far
 * @param entries of the audit checked so far
 * @param heads kept outside that were compared so far, in all places
 * @param accounts checked so far, with their lots and holds
 * @param findings how many; {@code items} holds the first of them
 * @param failure why it could not go on, if it ended as failed
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
        long accounts,
        long findings,
        @Nullable String failure,
        List<Finding> items) {

    /** Whether it goes on, or how it ended. */
    public enum Status {
        RUNNING,
        INTACT,
        TAMPERED,
        /** It could not go on, so nobody knows: mend the cause and ask again. */
        FAILED
    }
}
