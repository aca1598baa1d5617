package dev.lodestone.community.challenges;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A member's check-in for one local day.
 *
 * {@snippet lang=json :
 * {"localDate": "2026-03-01", "streakDays": 4, "checkedInAt": "2026-03-01T04:31:07Z"}
 * }
 *
 * @param localDate the day in the member's zone at that time
 * @param streakDays number of days in a row, including this one
 */
record CheckIn(LocalDate localDate, int streakDays, Instant checkedInAt) {}
