/** The path of the dead letters of this service; the platform does the rest. It calls no other package of the service. */
@NullMarked
package dev.lodestone.recall.deadletters;

import org.jspecify.annotations.NullMarked;
