package dev.lodestone.community.challenges;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A day on which a member checked in.
 *
 * @param localDate in the zone that the member had then
 * @param streakDays how many days in a row, this one included
 */
record CheckIn(LocalDate localDate, int streakDays, Instant checkedInAt) {}
