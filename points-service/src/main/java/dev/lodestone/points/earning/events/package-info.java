/**
 * The events that rules were asked about, with what was known of the member and what each rule said. Its entry point is {@link
 * dev.lodestone.points.earning.events.RecordedEventService}. It calls {@code earning.evaluation}.
 */
@NullMarked
package dev.lodestone.points.earning.events;

import org.jspecify.annotations.NullMarked;
