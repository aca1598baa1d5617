/**
 * When members were last seen, from the topic {@code behaviours}, which enters by the consumer. It calls no other package of the service.
 */
@NullMarked
package dev.lodestone.recall.sightings;

import org.jspecify.annotations.NullMarked;
