/** The one place that reads the system clock. Other classes have a {@link java.time.Clock} injected. It calls no other package. */
@NullMarked
package dev.lodestone.platform.time;

import org.jspecify.annotations.NullMarked;
