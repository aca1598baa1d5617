/**
 * What every request passes before it may go further: token, rate limit, size limit, trace, security headers. Knows no service and
 * calls no other room; the other rooms may use its refusals and its body limit.
 */
@NullMarked
package dev.lodestone.gateway.edge;

import org.jspecify.annotations.NullMarked;
