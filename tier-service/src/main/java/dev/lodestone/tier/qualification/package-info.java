/**
 * Turns orders and activities into growth, and growth into levels. Everything that counts towards a level belongs here; points that can be
 * spent do not. Its entry point is {@link dev.lodestone.tier.qualification.QualificationService}. It calls {@code membership}, {@code
 * ladder} and {@code orders}.
 */
@NullMarked
package dev.lodestone.tier.qualification;

import org.jspecify.annotations.NullMarked;
