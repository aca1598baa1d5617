package dev.lodestone.platform.retention;

import java.time.Duration;

/**
 * Rows that are deleted when they are old enough.
 *
 * @param table its name
 * @param condition SQL that says which rows are too old; {@code $1} is the time before which they were written
 * @param keptFor retention of the rows
 */
public record Retained(String table, String condition, Duration keptFor) {}
