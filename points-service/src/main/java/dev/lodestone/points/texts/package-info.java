/**
 * Texts that members and operators read, in each language of the product. It calls no other package of the service. Its entry point is {@link
 * dev.lodestone.points.texts.LocalText}.
 */
@NullMarked
package dev.lodestone.points.texts;

import org.jspecify.annotations.NullMarked;
