/**
 * Reads and writes the suite's events as CloudEvents 1.0 in JSON. Plain Java, so that services, tools and tests share it. It calls no other
 * package.
 */
@NullMarked
package dev.lodestone.platform.cloudevents;

import org.jspecify.annotations.NullMarked;
