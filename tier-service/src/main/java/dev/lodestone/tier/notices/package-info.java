/**
 * Notices before a level is lost: which loss is foreseen, and the event that says so. Pure. Its entry point is {@link
 * dev.lodestone.tier.notices.Notice}. It calls {@code tiersets} and {@code history}.
 */
@NullMarked
package dev.lodestone.tier.notices;

import org.jspecify.annotations.NullMarked;
