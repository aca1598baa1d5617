/**
 * Dead letters: stored unchanged, and redriven on request. The inbox writes through {@link
 * dev.lodestone.platform.deadletters.DeadLetters}; operators work through the package operations. It calls the outbox, which carries a copy
 * of each to Kafka, and transactions.
 */
@NullMarked
package dev.lodestone.platform.deadletters;

import org.jspecify.annotations.NullMarked;
