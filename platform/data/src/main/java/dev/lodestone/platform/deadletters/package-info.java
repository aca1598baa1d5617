/**
 * What could not be handled: kept whole, listed by reason, and marked to be handled again. The inbox writes through {@link
 * dev.lodestone.platform.deadletters.DeadLetters}; people read through the endpoints that each service derives from {@link
 * dev.lodestone.platform.deadletters.DeadLetterEndpoints}. It calls the outbox, which carries a copy of each to Kafka.
 */
@NullMarked
package dev.lodestone.platform.deadletters;

import org.jspecify.annotations.NullMarked;
