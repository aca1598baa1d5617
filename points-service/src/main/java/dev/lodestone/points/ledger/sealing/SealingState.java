package dev.lodestone.points.ledger.sealing;

import dev.lodestone.points.ledger.blocks.SealLag;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** The result of the last sealing run, for logs, health and meters. Each trouble is logged once until it changes or ends. */
@ApplicationScoped
class SealingState {
    static final String NO_KEY = "No sealing key is configured, so nothing is sealed: create one with"
            + " openssl genpkey -algorithm ed25519 and set lodestone.points.sealing.private-key or private-key-file";

    private static final Logger LOG = Logger.getLogger(SealingState.class);

    /** The result of the last run. */
    public enum Kind {
        SEALING,
        NO_KEY,
        FAILING,
        /** The heads kept outside differ from the database: after a restore, an operator must resume sealing. */
        STOPPED
    }

    private volatile Kind kind = Kind.SEALING;
    private volatile String trouble = "";
    private volatile SealLag lag = SealLag.NONE;

    void working() {
        kind = Kind.SEALING;
        trouble = "";
    }

    void withoutKey() {
        say(Kind.NO_KEY, NO_KEY);
    }

    void failed(Throwable failure) {
        say(Kind.FAILING, "Sealing failed and will be retried: " + failure.getMessage());
    }

    void stopped(String divergence) {
        say(Kind.STOPPED, "Sealing has stopped: " + divergence);
    }

    boolean stopped() {
        return kind == Kind.STOPPED;
    }

    Kind kind() {
        return kind;
    }

    void waiting(SealLag found) {
        lag = found;
    }

    /** Why this process does not seal; empty if it seals. */
    String trouble() {
        return trouble;
    }

    SealLag lag() {
        return lag;
    }

    private void say(Kind what, String found) {
        kind = what;
        if (!found.equals(trouble)) {
            LOG.errorf("nothing is sealed: error=%s", found);
        }
        trouble = found;
    }

    /** How long the oldest unsealed row has waited at {@code now}. */
    Duration waitingTime(Instant now) {
        return lag.waitingTime(now);
    }
}
