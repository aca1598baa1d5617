/**
 * The events that a transaction publishes: rows written with the effect by {@link dev.lodestone.platform.outbox.Outbox}, and the relay that
 * sends them to Kafka. It calls {@code alarm}, {@code cloudevents} and {@code sql}.
 */
@NullMarked
package dev.lodestone.platform.outbox;

import org.jspecify.annotations.NullMarked;
