package dev.lodestone.platform.inbox;

import dev.lodestone.platform.alarm.Alarms;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Tries effects again, by subscribing to them again: as long as it takes while the database is away, a few times where the fault may be ours. */
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

    /** Runs {@code effect}, again and again for as long as {@code wait} says so of its failure. */
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

    /** Runs the effect of a batch once; fails by a defect of ours, or because the database found that it took too long. */
    <T> Uni<T> ofPart(String topic, Uni<T> effect) {
        return once(topic, effect, failure -> Outages.is(failure) && !Outages.isTimeout(failure));
    }

    /** As {@link #ofPart}, but tries a defect a few times: it may be one of the moment. */
    <T> Uni<T> ofBatch(String topic, Uni<T> effect) {
        return severalTimes(ofPart(topic, effect));
    }

    /** Runs the effect of a single record a few times; fails only by a defect of ours. */
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

    /** Whose fault a failure is that says nothing of the database: if that does not answer either, nobody's. */
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

    /** The failure itself, not the word that the attempts are used up. */
    private static Throwable cause(Throwable failure) {
        return failure instanceof IllegalStateException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
