/**
 * Checks every request before it goes further: a plain path, the token or the session, and the limits; adds the trace and the security
 * headers. It knows no service. It calls {@code limits}, {@code refusals} and {@code session}.
 */
@NullMarked
package dev.lodestone.gateway.edge;

import org.jspecify.annotations.NullMarked;
