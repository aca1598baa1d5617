/**
 * The answers that the gateway gives by itself, as problem documents, outside of REST resources. Every other package may use them; calls
 * none.
 */
@NullMarked
package dev.lodestone.gateway.refusals;

import org.jspecify.annotations.NullMarked;
