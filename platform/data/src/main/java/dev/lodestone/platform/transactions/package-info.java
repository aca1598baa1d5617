/**
 * One transaction per effect, over the reactive SQL client; commits wake the outbox relay. Its entry point is {@link
 * dev.lodestone.platform.transactions.Transactions}. It calls {@code outbox} and {@code problem}.
 */
@NullMarked
package dev.lodestone.platform.transactions;

import org.jspecify.annotations.NullMarked;
