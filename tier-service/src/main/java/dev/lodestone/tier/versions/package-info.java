/**
 * The versions of tier sets: operators draft, check, propose, approve, publish, compare and roll back; everyone else asks for the published
 * ones. A published version never changes. Its entry point is {@link dev.lodestone.tier.versions.TierSetService}. It calls {@code tiersets} and
 * {@code jobs}.
 */
@NullMarked
package dev.lodestone.tier.versions;

import org.jspecify.annotations.NullMarked;
