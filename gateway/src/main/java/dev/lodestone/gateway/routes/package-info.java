/**
 * Forwards requests to the services: which service owns which path, how requests and answers are forwarded, and what the client gets if a
 * service does not answer. Its entry point is {@code Upstreams}. It calls {@code edge}, {@code limits} and {@code refusals}.
 */
@NullMarked
package dev.lodestone.gateway.routes;

import org.jspecify.annotations.NullMarked;
