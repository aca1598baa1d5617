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

/** PostgreSQL, Kafka and the mail sink: what must be there before the services start. */
final class Servers implements AutoCloseable {

    private final Home home;
    private final Ports ports;
    private final Timeline timeline;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private @Nullable EmbeddedKafka kafka;

    Servers(SuiteSettings settings, Timeline timeline) {
        this.home = settings.home();
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

    void startKafka() {
        try {
            EmbeddedKafka opened = EmbeddedKafka.open(home.kafka(), ports.kafka());
            synchronized (this) {
                kafka = opened;
            }
            timeline.say("Kafka ready at " + opened.bootstrapServers());
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka does not start", e);
        }
    }

    synchronized void stopKafka() {
        if (kafka != null) {
            kafka.close();
            kafka = null;
        }
    }

    @Override
    public void close() {
        stopKafka();
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                timeline.say("A server did not stop in good order: " + e);
            }
        }
    }

    private void startPostgresql() {
        try {
            EmbeddedPostgresql postgresql = EmbeddedPostgresql.open(
                    home.postgresql(), ports.postgresql(), EmbeddedPostgresql.Durability.DURABLE);
            remember(postgresql);
            for (Service service : Service.values()) {
                if (service.database().isPresent()) {
                    postgresql.createDatabase(service.database().get());
                }
            }
            timeline.say("PostgreSQL ready at 127.0.0.1:" + ports.postgresql());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start; its data are in " + home.postgresql(), e);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refuses to make the services' databases", e);
        }
    }

    private void startMail() {
        remember(MailSink.start(home.mail(), ports.smtp()));
        timeline.say("Mail sink ready at smtp://127.0.0.1:" + ports.smtp() + ", mails go to " + home.mail());
    }

    private synchronized void remember(AutoCloseable server) {
        started.push(server);
    }
}
