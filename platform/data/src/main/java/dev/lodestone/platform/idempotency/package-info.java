/**
 * Lets a caller repeat an unsafe request: the first answer is stored with the effect and returned again. Its entry point is {@link
 * dev.lodestone.platform.idempotency.Idempotency}. It calls {@code json}, {@code problem}, {@code sql} and
 * {@code transactions}.
 */
@NullMarked
package dev.lodestone.platform.idempotency;

import org.jspecify.annotations.NullMarked;
