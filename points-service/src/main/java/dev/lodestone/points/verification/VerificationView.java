package dev.lodestone.points.verification;

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
 * @param accounts checked so far; they come after the blocks
 * @param findings how many; {@code items} holds the first of them
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
        long accounts,
        long findings,
        List<Finding> items) {

    /** Whether it goes on, or how it ended. */
    public enum Status {
        RUNNING,
        INTACT,
        TAMPERED
    }
}
