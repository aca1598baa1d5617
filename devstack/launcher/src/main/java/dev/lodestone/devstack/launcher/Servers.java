package dev.lodestone.devstack.launcher;

import dev.lodestone.devstack.embedded.EmbeddedKafka;
import dev.lodestone.devstack.embedded.EmbeddedPostgresql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, Kafka and the mail sink, which must run before the services start. */
final class Servers implements AutoCloseable {

    private final StateDirectory stateDirectory;
    private final Ports ports;
    private final Timeline timeline;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final boolean kafkaApart;
    private @Nullable EmbeddedKafka kafka;
    private @Nullable ManagedProcess kafkaProcess;
    private @Nullable EmbeddedPostgresql postgresql;

    Servers(SuiteSettings settings, Timeline timeline) {
        this.stateDirectory = settings.stateDirectory();
        this.ports = settings.ports();
        this.kafkaApart = settings.kafkaApart();
        this.timeline = timeline;
    }

    void start(Executor executor) {
        CompletableFuture<Void> database = CompletableFuture.runAsync(this::startPostgresql, executor);
        try {
            startMail();
            startKafka();
        } finally {
            database.join();
        }
    }

    void startKafka() {
        if (kafkaApart) {
            ManagedProcess process = ManagedKafka.start(stateDirectory, ports);
            synchronized (this) {
                kafkaProcess = process;
            }
        } else {
            EmbeddedKafka opened = openKafka();
            synchronized (this) {
                kafka = opened;
            }
        }
        timeline.say("Kafka ready at " + ports.kafkaBootstrapServers());
    }

    synchronized void stopKafka() {
        if (kafka != null) {
            kafka.close();
            kafka = null;
        }
        if (kafkaProcess != null) {
            kafkaProcess.stop();
            kafkaProcess = null;
        }
    }

    /** Ends the broker as a crash would; a broker inside this process is stopped. */
    synchronized void killKafka() {
        if (kafkaProcess != null) {
            kafkaProcess.kill();
            kafkaProcess = null;
        }
        stopKafka();
    }

    synchronized void killPostgresql() {
        if (postgresql != null) {
            postgresql.kill();
            postgresql = null;
        }
    }

    @Override
    public void close() {
        stopKafka();
        stopPostgresql();
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                timeline.say("A server did not stop in good order: " + e);
            }
        }
    }

    void startPostgresql() {
        try {
            EmbeddedPostgresql opened = EmbeddedPostgresql.open(
                    stateDirectory.postgresql(), ports.postgresql(), EmbeddedPostgresql.Durability.DURABLE);
            synchronized (this) {
                postgresql = opened;
            }
            for (Service service : Service.values()) {
                if (service.database().isPresent()) {
                    opened.createDatabase(service.database().get());
                }
            }
            timeline.say("PostgreSQL ready at 127.0.0.1:" + ports.postgresql());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL does not start; its data are in " + stateDirectory.postgresql(), e);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refuses to make the services' databases", e);
        }
    }

    private synchronized void stopPostgresql() {
        if (postgresql != null) {
            postgresql.close();
            postgresql = null;
        }
    }

    private EmbeddedKafka openKafka() {
        try {
            return EmbeddedKafka.open(stateDirectory.kafka(), ports.kafka());
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka does not start", e);
        }
    }

    private void startMail() {
        remember(MailSink.start(stateDirectory.mail(), ports.smtp()));
        timeline.say("Mail sink ready at smtp://127.0.0.1:" + ports.smtp() + ", mails go to " + stateDirectory.mail());
    }

    private synchronized void remember(AutoCloseable server) {
        started.push(server);
    }
}
