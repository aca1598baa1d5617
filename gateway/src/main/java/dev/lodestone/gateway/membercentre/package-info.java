/**
 * Builds the first screen of an app for a member, from one request to each service. It stores nothing. It calls
 * {@code upstreams}.
 */
@NullMarked
package dev.lodestone.gateway.membercentre;

import org.jspecify.annotations.NullMarked;
