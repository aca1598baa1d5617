/** Postings of the points ledger and notices of expiry. points-service publishes them on the topic {@code points}. */
@NullMarked
package dev.lodestone.events.points;

import org.jspecify.annotations.NullMarked;
