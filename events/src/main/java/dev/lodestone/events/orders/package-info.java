/** Facts about orders, told by the brand's shops on the topic {@code orders}. */
@NullMarked
package dev.lodestone.events.orders;

import org.jspecify.annotations.NullMarked;
