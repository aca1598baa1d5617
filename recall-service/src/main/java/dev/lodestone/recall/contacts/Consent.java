package dev.lodestone.recall.contacts;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member's consent to one channel, after all changes so far in the order of their arrival.
 *
 * <p>A withdrawal wins regardless of the clocks: it counts from its arrival on, also against an agreement with a later business time that is
 * known or arrives later. Only an agreement that was certainly given after this arrival ends it (ADR 26).
 *
 * @param withdrawnAt the later of arrival and business time of the last withdrawal, if there was one
 */
record Consent(boolean agreed, @Nullable Instant withdrawnAt) {
    static final Consent NONE = new Consent(false, null);

    /** The consent once {@code change} has arrived. */
    Consent after(ContactChange change, Duration clockTolerance) {
        return change.agreesToEmail() ? agree(change, clockTolerance) : refuse(change);
    }

    private Consent agree(ContactChange change, Duration clockTolerance) {
        return withdrawnAt == null || change.certainlyAfter(withdrawnAt, clockTolerance)
                ? new Consent(true, withdrawnAt)
                : this;
    }

    private Consent refuse(ContactChange change) {
        if (change.registration() && !agreed) {
            return this;
        }
        Instant from = change.withdrawnAt();
        return new Consent(false, withdrawnAt == null || from.isAfter(withdrawnAt) ? from : withdrawnAt);
    }
}
