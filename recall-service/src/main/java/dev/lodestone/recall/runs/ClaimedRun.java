package dev.lodestone.recall.runs;

import dev.lodestone.events.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run whose next page this process may process.
 *
 * @param claimId of this process and page; the page is committed only while the run still has this claim
 * @param startedAt time of the request: all offers of the run have this time, however long the run takes
 * @param last the last processed profile; null before the first page
 * @param attempt number of this attempt at the page, from 1
 */
record ClaimedRun(
        UUID id,
        UUID claimId,
        UUID campaignId,
        LocalDate asOf,
        Instant startedAt,
        @Nullable MemberId last,
        int attempt) {}
