/**
 * Answers what level a member has, why, since when, and what is missing for the next one. It only reads. Its entry point is {@link
 * dev.lodestone.tier.levels.LevelService}. It calls {@code membership}, {@code tiersets}, {@code versions}, {@code awards}, {@code growth}, {@code
 * history} and {@code qualification}.
 */
@NullMarked
package dev.lodestone.tier.levels;

import org.jspecify.annotations.NullMarked;
