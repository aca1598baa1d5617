/**
 * Limits the requests of a client in a period: one token bucket a client, in the memory of this process, and shared by all replicas where
 * Redis or Valkey is configured. Expensive requests cost more. Its entry point is {@link dev.lodestone.gateway.rates.RateLimiter}. It calls
 * no other package.
 */
@NullMarked
package dev.lodestone.gateway.rates;

import org.jspecify.annotations.NullMarked;
