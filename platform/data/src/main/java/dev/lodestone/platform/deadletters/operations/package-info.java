/**
 * What operators do with dead letters: list, count and redrive them, and resume a paused channel. Services enter by a subclass
 * of {@link dev.lodestone.platform.deadletters.operations.DeadLetterEndpoints}. It calls {@code deadletters}, {@code idempotency},
 * {@code paging}, {@code problem}, {@code security}, {@code sql} and {@code transactions}.
 */
@NullMarked
package dev.lodestone.platform.deadletters.operations;

import org.jspecify.annotations.NullMarked;
