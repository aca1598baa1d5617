package dev.lodestone.community.challenges;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A member's check-in for one local day.
 *
 * @param localDate the day in the member's zone at that time
 * @param streakDays number of days in a row, including this one
 */
record CheckIn(LocalDate localDate, int streakDays, Instant checkedInAt) {}
