/** Texts that members and operators read, in each language of the product. */
@NullMarked
package dev.lodestone.platform.texts;

import org.jspecify.annotations.NullMarked;
