package dev.lodestone.tier.history;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A time in which one level is in force for one reason.
 *
 * @param level code of the level
 * @param basis why it is in force
 * @param award id of the award by which it is in force; null if it is earned
 * @param from when it begins
 * @param until when it ends; null if nothing known ends it within the time that was asked for
 */
public record Stay(
        String level,
        Basis basis,
        @Nullable String award,
        Instant from,
        @Nullable Instant until) {
    boolean isContinuedBy(Stay next) {
        return level.equals(next.level) && basis == next.basis && Objects.equals(award, next.award);
    }
}
