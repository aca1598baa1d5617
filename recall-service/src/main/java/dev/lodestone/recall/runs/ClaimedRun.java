package dev.lodestone.recall.runs;

import dev.lodestone.events.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run whose next page this process may work on.
 *
 * @param claimId of this process and page; the page is committed only while the run still carries it
 * @param startedAt when it was asked for: all its offers are made then, however long it takes
 * @param last the last profile that was looked at; null before the first page
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
