/**
 * The one place that reads the system clock; other classes have a {@link java.time.Clock} injected. {@link
 * dev.lodestone.platform.time.TimeRange} bounds the times and days of requests. It calls no other package.
 */
@NullMarked
package dev.lodestone.platform.time;

import org.jspecify.annotations.NullMarked;
