package dev.lodestone.platform.inbox;

import dev.lodestone.platform.alarm.Alarms;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Retries effects by subscribing again: without limit while the database is unavailable, a few times for a possible defect. */
@ApplicationScoped
class Retries {
    private static final Logger LOG = Logger.getLogger(Retries.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration DEFECT_PAUSE_MAX = Duration.ofSeconds(1);
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final InboxConfig config;
    private final InboxHealth health;
    private final Alarms alarms;

    Retries(Transactions transactions, InboxConfig config, InboxHealth health, Alarms alarms) {
        this.transactions = transactions;
        this.config = config;
        this.health = health;
        this.alarms = alarms;
    }

    /** Runs {@code effect} and repeats it while {@code wait} accepts its failure. */
    private <T> Uni<T> once(String topic, Uni<T> effect, Predicate<Throwable> wait) {
        return effect.ifNoItem()
                .after(config.transactionTimeout())
                .fail()
                .onFailure(failure -> !Outages.is(failure))
                .recoverWithUni(this::blame)
                .onFailure(wait)
                .invoke(failure -> waits(topic, failure))
                .onFailure(wait)
                .retry()
                .withBackOff(FIRST_PAUSE, config.outagePauseMax())
                .indefinitely()
                .invoke(() -> health.goesOn(topic))
                .onFailure()
                .invoke(() -> health.goesOn(topic));
    }

    /** Runs the effect of a batch once; fails by a defect, or because of a time-out of the database. */
    <T> Uni<T> ofPart(String topic, Uni<T> effect) {
        return once(topic, effect, failure -> Outages.is(failure) && !Outages.isTimeout(failure));
    }

    /** As {@link #ofPart}, but retries a defect a few times: it may be temporary. */
    <T> Uni<T> ofBatch(String topic, Uni<T> effect) {
        return severalTimes(ofPart(topic, effect));
    }

    /** Runs the effect of a single record, with a few attempts; fails only by a defect. */
    <T> Uni<T> ofRecord(String topic, Uni<T> effect) {
        return severalTimes(once(topic, effect, Outages::is));
    }

    /** Never fails. */
    <T> Uni<T> forever(String topic, Uni<T> effect) {
        return once(topic, effect, Outages::is)
                .onFailure()
                .invoke(failure -> reportDefect(topic, failure))
                .onFailure()
                .retry()
                .withBackOff(DEFECT_PAUSE_MAX, config.outagePauseMax())
                .indefinitely();
    }

    private <T> Uni<T> severalTimes(Uni<T> effect) {
        return effect.onFailure(failure -> !Outages.is(failure))
                .retry()
                .withBackOff(FIRST_PAUSE, DEFECT_PAUSE_MAX)
                .atMost(config.attemptsMax() - 1L)
                .onFailure()
                .transform(Retries::cause);
    }

    void reportDefect(String topic, Throwable failure) {
        alarms.raise("inbox-defect", "topic=" + topic);
        LOG.error("a record cannot be handled by a defect of ours", failure);
    }

    /** Classifies a failure without a database error: if the database does not answer either, it is an outage. */
    private <T> Uni<T> blame(Throwable failure) {
        return transactions
                .read(connection -> connection.query("select 1").execute())
                .ifNoItem()
                .after(PROBE_TIMEOUT)
                .fail()
                .onFailure()
                .transform(ignored -> new DatabaseAwayException(failure))
                .chain(() -> Uni.createFrom().failure(failure));
    }

    private void waits(String topic, Throwable failure) {
        health.waits(topic);
        LOG.warnf("events wait: topic=%s error=%s", topic, failure);
    }

    /** The original failure, not the one that reports the end of the attempts. */
    private static Throwable cause(Throwable failure) {
        return failure instanceof IllegalStateException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
