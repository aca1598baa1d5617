/**
 * The path under which operators read and redrive this service's dead letters. It calls no other package of the service.
 */
@NullMarked
package dev.lodestone.points.deadletters;

import org.jspecify.annotations.NullMarked;
