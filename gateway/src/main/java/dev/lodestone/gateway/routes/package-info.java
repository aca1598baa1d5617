/**
 * The ways from the gateway to the services: which service owns which path, how its requests and answers are passed on, and what
 * the caller reads when it does not answer. May call {@code edge}, {@code limits} and {@code refusals}. Other packages ask services
 * through {@code Upstreams}.
 */
@NullMarked
package dev.lodestone.gateway.routes;

import org.jspecify.annotations.NullMarked;
