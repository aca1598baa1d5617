/** Lets a caller repeat an unsafe request: the first answer is stored with the effect and returned again. */
@NullMarked
package dev.lodestone.platform.idempotency;

import org.jspecify.annotations.NullMarked;
