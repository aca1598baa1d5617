package dev.lodestone.points.ledger.sealing;

import dev.lodestone.points.ledger.blocks.SealLag;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** What became of the last run, for logs, health and meters. Each trouble is logged once, until it is another or over. */
@ApplicationScoped
class SealingState {
    static final String NO_KEY = "No sealing key is configured, so nothing is sealed: make one with"
            + " openssl genpkey -algorithm ed25519 and set lodestone.points.sealing.private-key or private-key-file";

    private static final Logger LOG = Logger.getLogger(SealingState.class);

    /** What the last run came to. */
    public enum Kind {
        SEALING,
        NO_KEY,
        FAILING,
        /** Heads kept outside speak against sealing on: after a restore an operator must say that it may. */
        STOPPED
    }

    private final Clock clock;
    private volatile Kind kind = Kind.SEALING;
    private volatile String trouble = "";
    private volatile SealLag lag = new SealLag(0, null);

    SealingState(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        meters.gauge("lodestone.sealing.unsealed", this, SealingState::unsealed);
        meters.gauge("lodestone.sealing.lag.seconds", this, SealingState::lagSeconds);
    }

    void working() {
        kind = Kind.SEALING;
        trouble = "";
    }

    void withoutKey() {
        say(Kind.NO_KEY, NO_KEY);
    }

    void failed(Throwable failure) {
        say(Kind.FAILING, "Sealing failed and will be tried again: " + failure.getMessage());
    }

    void stopped(String divergence) {
        say(Kind.STOPPED, "Sealing stands still: " + divergence);
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

    /** What keeps this process from sealing; empty if nothing does. */
    String trouble() {
        return trouble;
    }

    SealLag lag() {
        return lag;
    }

    private void say(Kind what, String found) {
        kind = what;
        if (!found.equals(trouble)) {
            LOG.errorf("sealing stands still: error=%s", found);
        }
        trouble = found;
    }

    private double unsealed() {
        return lag.postings();
    }

    private double lagSeconds() {
        Instant oldest = lag.oldestPostedAt();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1e3;
    }
}
