/**
 * Checks the whole book against its seals, on an operator's word, and names every row that does not fit. It may call {@code sealing}.
 */
@NullMarked
package dev.lodestone.points.verification;

import org.jspecify.annotations.NullMarked;
