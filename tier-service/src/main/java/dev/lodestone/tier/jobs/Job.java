package dev.lodestone.tier.jobs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is stored.
 *
 * @param kind names the {@link JobPageService} that works on it
 * @param request what is asked for, as JSON; it never changes
 * @param position the end of the last page; empty before the first
 * @param result what the pages so far came to, as JSON
 * @param done units of the pages so far, such as members
 * @param total units in all, as they were counted when the job was requested
 * @param failure why the last attempt failed
 */
public record Job(
        UUID id,
        String kind,
        String request,
        JobState state,
        String position,
        String result,
        long done,
        long total,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable String failure) {
    private static final int ALL = 100;

    /** How much is done; 100 only when it is done whole. */
    public int percent() {
        if (state == JobState.DONE) {
            return ALL;
        }
        return total <= 0 ? 0 : (int) Math.min(ALL - 1, Math.multiplyExact(done, ALL) / total);
    }
}
