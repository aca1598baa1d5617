/** Completions, payments, refunds and cancellations of orders. The brand's shops publish them on the topic {@code orders}. */
@NullMarked
package dev.lodestone.events.orders;

import org.jspecify.annotations.NullMarked;
