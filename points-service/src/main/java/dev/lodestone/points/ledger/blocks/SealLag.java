package dev.lodestone.points.ledger.blocks;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows that are not sealed yet.
 *
 * @param postings number of postings, counted up to a limit
 * @param oldestPostedAt booking time of the oldest one, if any
 * @param oldestRecordedAt time of the oldest audit entry, if any
 */
public record SealLag(
        long postings,
        @Nullable Instant oldestPostedAt,
        @Nullable Instant oldestRecordedAt) {
    public static final SealLag NONE = new SealLag(0, null, null);

    /** How long the oldest posting or audit entry has waited at {@code now}. */
    public Duration waitingTime(Instant now) {
        return Stream.of(Optional.ofNullable(oldestPostedAt), Optional.ofNullable(oldestRecordedAt))
                .flatMap(Optional::stream)
                .map(oldest -> Duration.between(oldest, now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
