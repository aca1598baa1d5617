/** When members were last seen, from the topic {@code behaviours}, which enters by its consumer. It calls no other package. */
@NullMarked
package dev.lodestone.recall.sightings;

import org.jspecify.annotations.NullMarked;
