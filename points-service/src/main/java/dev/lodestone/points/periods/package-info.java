/**
 * Periods in a time zone, and the key under which a counter of a period is stored: caps, quotas, limits of a day. It calls no other package of
 * the service. Its entry point is {@link dev.lodestone.points.periods.CalendarPeriod}.
 */
@NullMarked
package dev.lodestone.points.periods;

import org.jspecify.annotations.NullMarked;
