/** Texts that members and operators read, in each language of the product. It calls no other package. */
@NullMarked
package dev.lodestone.platform.texts;

import org.jspecify.annotations.NullMarked;
