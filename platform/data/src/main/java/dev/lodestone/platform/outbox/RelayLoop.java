package dev.lodestone.platform.outbox;

import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Brings outbox rows to Kafka: each at least once, those of one key in the order of their {@code seq}.
 *
 * <p>One thread on one connection. Only the process that holds the advisory lock relays; when it dies, PostgreSQL frees the lock and
 * another takes over. A batch is deleted in a transaction that commits after the broker has acknowledged every record, so a crash in
 * between sends it again and loses nothing.
 */
final class RelayLoop implements Runnable {
    private static final Logger LOG = Logger.getLogger(RelayLoop.class);

    private final OutboxConfig config;
    private final DataSource database;
    private final Map<String, Object> kafka;
    private final DoubleConsumer relayed;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running = true;

    /** @param relayed is told the size of each batch that was acknowledged */
    RelayLoop(OutboxConfig config, DataSource database, Map<String, Object> kafka, DoubleConsumer relayed) {
        this.config = config;
        this.database = database;
        this.kafka = kafka;
        this.relayed = relayed;
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
                    OutboxSender sender = new OutboxSender(kafka, config.acknowledgementTimeout())) {
                relay(table, sender);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception failure) {
                LOG.warnf("outbox relay starts again after a failure: error=%s", failure);
                pause(config.retryDelay());
            }
        }
    }

    private void relay(OutboxTable table, OutboxSender sender) throws Exception {
        while (running) {
            int sent = table.lead() ? table.relayBatch(sender) : 0;
            relayed.accept(sent);
            if (sent < config.batchSize()) {
                work.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
            }
        }
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
