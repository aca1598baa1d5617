/**
 * What one client may take of the gateway: requests in a time, requests at once, and bytes of bodies; and how long a body may take to
 * come. The counts are in this process's memory. Enters by {@link dev.lodestone.gateway.limits.ClientLimits} and
 * {@link dev.lodestone.gateway.limits.Bodies}; may call {@code refusals}.
 */
@NullMarked
package dev.lodestone.gateway.limits;

import org.jspecify.annotations.NullMarked;
