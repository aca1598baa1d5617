/**
 * What the tests of all services share: one clock ({@link dev.lodestone.testkit.SettableClock}), one look into the database
 * ({@link dev.lodestone.testkit.Database}), one client ({@link dev.lodestone.testkit.Api}), signed tokens, records of Kafka, and refusals of every
 * endpoint.
 */
@NullMarked
package dev.lodestone.testkit;

import org.jspecify.annotations.NullMarked;
