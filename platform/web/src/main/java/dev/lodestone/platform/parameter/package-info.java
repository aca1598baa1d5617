/**
 * Reads what a path or a query says into the types of a resource method, and refuses what cannot be read by the parameter's name. Works by
 * itself for every resource; calls no other package.
 */
@NullMarked
package dev.lodestone.platform.parameter;

import org.jspecify.annotations.NullMarked;
