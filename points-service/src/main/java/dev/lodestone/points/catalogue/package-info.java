/**
 * The rewards that points buy, and how many of each are left. Operators keep the list; redemption takes and returns pieces. It may
 * call audit.
 */
@NullMarked
package dev.lodestone.points.catalogue;

import org.jspecify.annotations.NullMarked;
