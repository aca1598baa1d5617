package dev.lodestone.platform.inbox;

import dev.lodestone.platform.alarm.Alarms;
import dev.lodestone.platform.deadletters.PausedChannels;
import dev.lodestone.platform.transactions.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Pauses a channel that produces too many dead letters, until an operator resumes it. */
@ApplicationScoped
class ChannelGuard {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final InboxConfig config;
    private final PausedChannels paused;
    private final Transactions transactions;
    private final Alarms alarms;
    private final MeterRegistry meters;
    private final Map<String, SetAsideWindow> windows = new ConcurrentHashMap<>();
    private final Map<String, Boolean> mayBePaused = new ConcurrentHashMap<>();

    ChannelGuard(
            InboxConfig config, PausedChannels paused, Transactions transactions, Alarms alarms, MeterRegistry meters) {
        this.config = config;
        this.paused = paused;
        this.transactions = transactions;
        this.alarms = alarms;
        this.meters = meters;
    }

    /** Completes when the channel of {@code topic} is not paused. Also waits while the database is unavailable. */
    Uni<Void> whenOpen(String topic) {
        if (!mayBePaused.getOrDefault(topic, true)) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .read(connection -> paused.isPaused(connection, topic))
                .invoke(ChannelGuard::requireOpen)
                .onFailure()
                .retry()
                .withBackOff(LOOK_AGAIN, LOOK_AGAIN)
                .indefinitely()
                .invoke(() -> mayBePaused.put(topic, false))
                .replaceWithVoid();
    }

    private static void requireOpen(boolean isPaused) {
        if (isPaused) {
            throw new IllegalStateException("the channel is paused");
        }
    }

    /** Counts the outcome of a batch after its commit; pauses the channel if it had too many dead letters. */
    Uni<Void> count(String topic, int records, int setAside) {
        if (setAside > 0) {
            meters.counter("lodestone.inbox.set.aside", "topic", topic).increment(setAside);
        }
        meters.counter("lodestone.inbox.records", "topic", topic).increment(records);
        return add(topic, records, setAside)
                .map(reason -> pause(topic, reason))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Optional<String> add(String topic, int records, int setAside) {
        SetAsideWindow window = windows.computeIfAbsent(topic, ignored -> new SetAsideWindow(config.pause()));
        synchronized (window) {
            return window.add(records, setAside);
        }
    }

    private Uni<Void> pause(String topic, String reason) {
        alarms.raise("channel-paused", "topic=" + topic);
        mayBePaused.put(topic, true);
        return transactions
                .run(tx -> paused.pause(tx, topic, reason))
                .onFailure()
                .retry()
                .withBackOff(LOOK_AGAIN, LOOK_AGAIN)
                .indefinitely();
    }
}
