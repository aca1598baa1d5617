/**
 * The services behind the gateway: their addresses, connections to them, bulkhead, circuit breaker and time-outs. Its entry point is
 * {@link dev.lodestone.gateway.upstreams.Upstreams}. It calls no other package.
 */
@NullMarked
package dev.lodestone.gateway.upstreams;

import org.jspecify.annotations.NullMarked;
