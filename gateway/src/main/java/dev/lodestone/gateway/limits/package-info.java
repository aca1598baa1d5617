/**
 * Limits what one client may use of the gateway: requests in a period, concurrent requests, bytes of bodies, and the time that a body may
 * take. Its entry points are {@link dev.lodestone.gateway.limits.ClientLimits} and
 * {@link dev.lodestone.gateway.limits.Bodies}; {@link dev.lodestone.gateway.limits.RequestPermits} releases what a request occupies. It calls {@code rates}
 * and {@code refusals}.
 */
@NullMarked
package dev.lodestone.gateway.limits;

import org.jspecify.annotations.NullMarked;
