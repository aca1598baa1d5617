/**
 * The rewards that points buy. Operators keep the list; redemption asks it for one reward. It calls the audit package.
 */
@NullMarked
package dev.lodestone.points.catalogue;

import org.jspecify.annotations.NullMarked;
