/**
 * What every request passes before it may go further: a plainly written path, token, limits, trace, security headers. May call
 * {@code limits} and {@code refusals}; knows no service and nothing of what lies behind it.
 */
@NullMarked
package dev.lodestone.gateway.edge;

import org.jspecify.annotations.NullMarked;
