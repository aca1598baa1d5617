/**
 * Feeds history into the running suite as brands do: CloudEvents in Kafka, keyed by member, with ids that depend on the
 * input alone, so that the same input fed again changes nothing. The entry point is {@code Replay}.
 */
@NullMarked
package dev.lodestone.devstack.launcher.replay;

import org.jspecify.annotations.NullMarked;
