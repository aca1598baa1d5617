/** How requests are read. */
@NullMarked
package dev.lodestone.platform.json;

import org.jspecify.annotations.NullMarked;
