/** Lets a caller repeat an unsafe request: the first answer is kept with the effect and given again. */
@NullMarked
package dev.lodestone.platform.idempotency;

import org.jspecify.annotations.NullMarked;
