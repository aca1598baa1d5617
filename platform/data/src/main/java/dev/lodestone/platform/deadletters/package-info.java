/**
 * Dead letters: stored unchanged, and redriven on request. The inbox writes through {@link
 * dev.lodestone.platform.deadletters.DeadLetters}; operators work through the package operations. A copy of each goes to Kafka by the outbox.
 * It calls {@code ids}, {@code outbox} and {@code sql}.
 */
@NullMarked
package dev.lodestone.platform.deadletters;

import org.jspecify.annotations.NullMarked;
