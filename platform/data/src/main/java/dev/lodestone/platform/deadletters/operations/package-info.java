/**
 * What operators do with dead letters: list, count and redrive them, and resume a paused channel. Services enter by a subclass
 * of {@link dev.lodestone.platform.deadletters.operations.DeadLetterEndpoints}. It calls deadletters, idempotency, security and transactions.
 */
@NullMarked
package dev.lodestone.platform.deadletters.operations;

import org.jspecify.annotations.NullMarked;
