/**
 * Forwards requests to the services: which service owns which path, how requests and answers are forwarded, and what the client gets if a
 * service does not answer. Nothing else calls it. It calls {@code edge}, {@code limits}, {@code refusals} and {@code upstreams}.
 */
@NullMarked
package dev.lodestone.gateway.routes;

import org.jspecify.annotations.NullMarked;
