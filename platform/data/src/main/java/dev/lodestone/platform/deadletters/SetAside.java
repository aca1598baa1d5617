package dev.lodestone.platform.deadletters;

import org.jspecify.annotations.Nullable;

/**
 * A record to store as a dead letter.
 *
 * @param reason a stable code to list by, such as {@code unreadable}
 * @param detail what is wrong and what to do; no personal data
 * @param eventType if the record could be read
 */
public record SetAside(
        RawRecord record,
        FailureOwner owner,
        String reason,
        String detail,
        @Nullable String eventType) {}
