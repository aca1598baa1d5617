package dev.lodestone.points.ledger.blocks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The postings that are not sealed yet.
 *
 * @param postings their number, counted up to a limit
 * @param oldestPostedAt booking time of the oldest one, if any
 */
public record SealLag(long postings, @Nullable Instant oldestPostedAt) {}
