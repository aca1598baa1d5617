/**
 * Previews of a version of the tier set over all members: who would have another level at a time, and why. A job in pages that changes no level.
 * Its entry point is {@link dev.lodestone.tier.previews.PreviewService}. It calls {@code tiersets}, {@code versions}, {@code jobs}, {@code awards}, {@code
 * growth}, {@code history} and {@code qualification}.
 */
@NullMarked
package dev.lodestone.tier.previews;

import org.jspecify.annotations.NullMarked;
