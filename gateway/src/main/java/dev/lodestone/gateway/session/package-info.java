/**
 * Sign-in of browsers: the gateway holds their tokens in an encrypted cookie, and turns a request with this cookie into one with a bearer
 * token. It refuses requests that other sites make in the name of a signed-in user. It calls {@code refusals}.
 */
@NullMarked
package dev.lodestone.gateway.session;

import org.jspecify.annotations.NullMarked;
