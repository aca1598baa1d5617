/** Facts about what people look at and do, told by the brand's apps on the topic {@code behaviours}. */
@NullMarked
package dev.lodestone.events.behaviours;

import org.jspecify.annotations.NullMarked;
