/** What a transaction tells others: rows written with the effect, and the relay that brings them to Kafka. */
@NullMarked
package dev.lodestone.platform.outbox;

import org.jspecify.annotations.NullMarked;
