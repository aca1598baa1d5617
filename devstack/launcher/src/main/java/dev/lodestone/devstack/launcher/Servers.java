package dev.lodestone.devstack.launcher;

import dev.lodestone.devstack.embedded.EmbeddedKafka;
import dev.lodestone.devstack.embedded.EmbeddedPostgresql;
import dev.lodestone.devstack.embedded.SmallJvm;
import dev.lodestone.devstack.launcher.process.ManagedProcess;
import dev.lodestone.devstack.launcher.process.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, Kafka and the mail sink, which must run before the services start. */
final class Servers implements AutoCloseable {

    private final StateDirectory stateDirectory;
    private final Ports ports;
    private final Timeline timeline;
    private @Nullable MailSink mail;
    private @Nullable ManagedProcess kafka;
    private @Nullable EmbeddedPostgresql postgresql;

    Servers(SuiteSettings settings, Timeline timeline) {
        this.stateDirectory = settings.stateDirectory();
        this.ports = settings.ports();
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

    /** A process of its own, so that a test can kill it. */
    void startKafka() {
        ManagedProcess started = ManagedProcess.start(
                        "kafka", stateDirectory.logs(), stateDirectory.run(), kafkaCommand(), Map.of())
                .awaitReady(() -> Readiness.accepts(ports.kafka()));
        started.onUnexpectedEnd(timeline::say);
        synchronized (this) {
            kafka = started;
        }
        timeline.say("Kafka ready at " + ports.kafkaBootstrapServers());
    }

    synchronized void killKafka() {
        if (kafka != null) {
            kafka.kill();
            kafka = null;
        }
    }

    synchronized void killPostgresql() {
        if (postgresql != null) {
            postgresql.kill();
            postgresql = null;
        }
    }

    @Override
    public synchronized void close() {
        if (kafka != null) {
            kafka.stop();
        }
        if (postgresql != null) {
            postgresql.close();
        }
        if (mail != null) {
            mail.close();
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

    private List<String> kafkaCommand() {
        return SmallJvm.command(
                System.getProperty("java.class.path"),
                EmbeddedKafka.class,
                stateDirectory.kafka().toString(),
                Integer.toString(ports.kafka()));
    }

    private void startMail() {
        MailSink started = MailSink.start(stateDirectory.mail(), ports.smtp());
        synchronized (this) {
            mail = started;
        }
        timeline.say("Mail sink ready at smtp://127.0.0.1:" + ports.smtp() + ", mails go to " + stateDirectory.mail());
    }
}
