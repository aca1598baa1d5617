package dev.lodestone.platform.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings outbox rows to Kafka: each at least once, those of one key in the order of their {@code seq}.
 *
 * <p>One thread on one connection. Only the replica that holds the advisory lock relays; when it dies, PostgreSQL frees the lock and
 * another takes over. A batch is deleted in a transaction that commits after the broker has acknowledged every record, so a crash in
 * between sends it again and loses nothing.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final OutboxConfig config;
    private final AgroalDataSource database;
    private final Map<String, Object> kafka;
    private final Counter relayed;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    OutboxRelay(
            OutboxConfig config,
            AgroalDataSource database,
            @Identifier("default-kafka-broker") Instance<Map<String, Object>> kafka,
            MeterRegistry meters) {
        this.config = config;
        this.database = database;
        this.kafka = kafka.get();
        this.relayed = meters.counter("lodestone.outbox.relayed");
    }

    /** Tells the relay that rows were committed; it does not wait for its next look. */
    public void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    void start(@Observes StartupEvent started) {
        if (config.relayEnabled()) {
            running = true;
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::relayUntilStopped);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        wake();
        if (thread != null) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void relayUntilStopped() {
        while (running) {
            try (Connection connection = database.getConnection();
                    OutboxSender sender = new OutboxSender(kafka, config.acknowledgementTimeout())) {
                relay(new OutboxTable(connection, config.batchSize()), sender);
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
        try (table) {
            while (running) {
                int sent = table.lead() ? table.relayBatch(sender) : 0;
                relayed.increment(sent);
                if (sent < config.batchSize()) {
                    work.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
                }
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
