/** One transaction per effect, over the reactive SQL client; commits wake the outbox relay. */
@NullMarked
package dev.lodestone.platform.transactions;

import org.jspecify.annotations.NullMarked;
