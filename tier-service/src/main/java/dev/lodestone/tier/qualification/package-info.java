/**
 * What members did counts as growth, and growth decides their level. Its door is
 * {@link dev.lodestone.tier.qualification.QualificationService}; it calls {@code membership} and {@code ladder}. Whatever counts towards a
 * level enters here; points that can be spent do not.
 */
@NullMarked
package dev.lodestone.tier.qualification;

import org.jspecify.annotations.NullMarked;
