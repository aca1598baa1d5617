package dev.lodestone.points.ledger.blocks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is posted and not sealed yet.
 *
 * @param postings how many, counted up to a bound
 * @param oldestPostedAt since when the oldest of them waits, if any does
 */
public record SealLag(long postings, @Nullable Instant oldestPostedAt) {}
