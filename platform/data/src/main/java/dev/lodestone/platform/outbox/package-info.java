/** The events that a transaction publishes: rows written with the effect, and the relay that sends them to Kafka. */
@NullMarked
package dev.lodestone.platform.outbox;

import org.jspecify.annotations.NullMarked;
