package dev.lodestone.recall.channels;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides what follows an attempt. An email that may have reached the member is never sent again; others after doubling, bounded pauses.
 *
 * @param attemptsMax attempts for one email
 * @param pause after the first attempt
 * @param pauseMax longest pause between two attempts
 */
record RetryRule(int attemptsMax, Duration pause, Duration pauseMax) {

    Outcome after(Claimed email, Delivery delivery, Instant now) {
        return switch (delivery) {
            case Delivery.Accepted accepted -> new Outcome(email, EmailState.SENT, null, null);
            case Delivery.Refused refused -> new Outcome(email, EmailState.FAILED, null, refused.reason());
            case Delivery.Unclear unclear -> new Outcome(email, EmailState.UNKNOWN, null, unclear.reason());
            case Delivery.Unwanted unwanted -> new Outcome(email, EmailState.CANCELLED, null, unwanted.reason());
            case Delivery.Deferred deferred ->
                email.attempts() >= attemptsMax
                        ? new Outcome(email, EmailState.FAILED, null, deferred.reason())
                        : new Outcome(
                                email, EmailState.QUEUED, now.plus(pauseAfter(email.attempts())), deferred.reason());
        };
    }

    Duration pauseAfter(int attempts) {
        Duration doubled = pause.multipliedBy(1L << Math.min(attempts - 1, 20));
        return doubled.compareTo(pauseMax) > 0 ? pauseMax : doubled;
    }
}
