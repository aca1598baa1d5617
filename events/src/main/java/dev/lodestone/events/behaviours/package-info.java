/** What people look at and do. The brand's apps publish it on the topic {@code behaviours}. */
@NullMarked
package dev.lodestone.events.behaviours;

import org.jspecify.annotations.NullMarked;
