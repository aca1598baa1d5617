package dev.lodestone.platform.outbox;

import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Sends outbox rows to Kafka: each at least once, those of one key in the order of their {@code seq}.
 *
 * <p>One thread on one connection. Only the process that holds the advisory lock relays; when it dies, PostgreSQL frees the lock and
 * another takes over. A batch is deleted in a transaction that commits after the broker has answered for every record, so a crash in
 * between sends it again and loses nothing. A record that the broker refuses for good goes to {@code outbox_quarantine}, and the ones behind
 * it go on. The rows of a topic that the broker does not have wait in the table until it does; those of all other topics go on.
 */
final class RelayLoop implements Runnable {
    private final OutboxConfig config;
    private final DataSource database;
    private final Map<String, Object> kafka;
    private final RelayObserver observer;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running = true;

    RelayLoop(OutboxConfig config, DataSource database, Map<String, Object> kafka, RelayObserver observer) {
        this.config = config;
        this.database = database;
        this.kafka = kafka;
        this.observer = observer;
    }

    void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    void stop() {
        running = false;
        wake();
    }

    @Override
    public void run() {
        while (running) {
            try (Connection connection = database.getConnection();
                    OutboxTable table = new OutboxTable(connection, config.batchSize());
                    OutboxSender sender =
                            new OutboxSender(kafka, config.acknowledgementTimeout(), config.missingTopicTimeout())) {
                relay(table, sender);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (Throwable failure) {
                // Catches errors too: if the relay ended, no event of this service would be sent any more, without a
                // sign.
                observer.failed(failure);
                pause(config.retryDelay());
            }
        }
    }

    private void relay(OutboxTable table, OutboxSender sender) throws Exception {
        MissingTopics missing = new MissingTopics(kafka, config.missingTopicCheckInterval());
        long measureAt = System.nanoTime();
        while (running) {
            boolean leading = table.lead();
            int rows = leading ? relayBatch(table, sender, missing) : 0;
            if (System.nanoTime() - measureAt >= 0) {
                observer.measured(leading ? table.backlog() : new OutboxTable.Backlog(0, 0));
                measureAt = System.nanoTime() + config.measureInterval().toNanos();
            }
            missing.check().forEach(observer::topicMissing);
            if (rows == 0) {
                work.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private int relayBatch(OutboxTable table, OutboxSender sender, MissingTopics missing) throws Exception {
        OutboxTable.Relayed relayed = table.relayBatch(sender, missing.names());
        observer.relayed(relayed.rows());
        relayed.refused().forEach(observer::quarantined);
        switch (relayed.hole()) {
            case null -> {}
            case MissingTopicException none -> {
                missing.add(none.topic());
                observer.topicMissing(none.topic());
            }
            case Exception failure -> throw failure;
        }
        return relayed.rows();
    }

    private void pause(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
