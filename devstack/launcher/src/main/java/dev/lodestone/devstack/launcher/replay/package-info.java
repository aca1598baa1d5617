/**
 * Feeds history into the running suite as brands do: facts as CloudEvents in Kafka, keyed by member, with ids that depend on the
 * input alone, so that the same input fed again changes nothing. {@code Replay} is the door.
 */
@NullMarked
package dev.lodestone.devstack.launcher.replay;

import org.jspecify.annotations.NullMarked;
