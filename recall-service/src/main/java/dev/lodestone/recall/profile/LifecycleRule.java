package dev.lodestone.recall.profile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Computes the state of a member on a day. A limit counts the days from the day of an order to the requested day, and is
 * included: with {@code newDaysMax} 30, the thirtieth day after the first order is the last as {@code NEW}.
 *
 * @param newDaysMax since the first order, to be new
 * @param activeDaysMax since the last order, to be active
 * @param dormantDaysMax since the last order, to be dormant; after more days a member has churned
 */
public record LifecycleRule(int newDaysMax, int activeDaysMax, int dormantDaysMax) {
    public LifecycleRule {
        if (newDaysMax < 0 || newDaysMax > activeDaysMax || activeDaysMax >= dormantDaysMax) {
            throw new IllegalArgumentException(
                    "lifecycle days must rise: 0 <= new <= active < dormant, but were %d, %d, %d"
                            .formatted(newDaysMax, activeDaysMax, dormantDaysMax));
        }
    }

    /**
     * The state on {@code asOf}.
     *
     * @param firstDay of the first order, at most {@code lastDay}
     * @param lastDay of the last order up to {@code asOf}
     */
    public LifecycleState stateOn(LocalDate asOf, LocalDate firstDay, LocalDate lastDay) {
        if (firstDay.isAfter(lastDay) || lastDay.isAfter(asOf)) {
            throw new IllegalArgumentException("the days must be in order: first, last, as of");
        }
        if (ChronoUnit.DAYS.between(firstDay, asOf) <= newDaysMax) {
            return LifecycleState.NEW;
        }
        long away = ChronoUnit.DAYS.between(lastDay, asOf);
        if (away <= activeDaysMax) {
            return LifecycleState.ACTIVE;
        }
        return away <= dormantDaysMax ? LifecycleState.DORMANT : LifecycleState.CHURNED;
    }
}
