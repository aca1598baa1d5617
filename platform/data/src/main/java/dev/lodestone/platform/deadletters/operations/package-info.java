/**
 * What operators do with dead letters: list and count them, have them handled again, let a paused channel go on. Services enter by a subclass
 * of {@link dev.lodestone.platform.deadletters.operations.DeadLetterEndpoints}. It calls deadletters, idempotency, security and transactions.
 */
@NullMarked
package dev.lodestone.platform.deadletters.operations;

import org.jspecify.annotations.NullMarked;
