/**
 * The processed events, each with the member context and the outcome of each rule. Its entry point is {@link
 * dev.lodestone.points.earning.events.RecordedEventService}. It calls {@code earning.evaluation}.
 */
@NullMarked
package dev.lodestone.points.earning.events;

import org.jspecify.annotations.NullMarked;
