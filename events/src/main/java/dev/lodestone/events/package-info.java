/**
 * The contracts by which services and brand systems meet: what each event says, how it is named and where it travels.
 * Records only; no framework enters here. Every record checks itself, so a decoded fact can be trusted.
 */
@NullMarked
package dev.lodestone.events;

import org.jspecify.annotations.NullMarked;
