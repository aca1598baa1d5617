package dev.lodestone.devstack.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * One process that owns the shared PostgreSQL and Kafka of a folder. It lives while a lease is open or a
 * process that once took one is alive, then removes its data and ends by itself.
 */
public final class StackDaemon {

    /** Holds the port that leases are taken at; written when both servers are ready. */
    static final String CONTROL_FILE = "control";

    private static final Duration IDLE_MAX = Duration.ofSeconds(10);
    private static final Duration CHECK_EVERY = Duration.ofMillis(500);

    private final Path folder;
    private final EmbeddedPostgresql postgresql;
    private final EmbeddedKafka kafka;
    private final TopicCleaner topics;
    private final LeaseBook leases = new LeaseBook(IDLE_MAX, System.nanoTime());

    private StackDaemon(Path folder, EmbeddedPostgresql postgresql, EmbeddedKafka kafka) {
        this.folder = folder;
        this.postgresql = postgresql;
        this.kafka = kafka;
        this.topics = new TopicCleaner(kafka.bootstrapServers());
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path data = Files.createTempDirectory("lodestone-test-");
        // Registered before anything starts: a daemon that gets an end signal removes its data too.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(data), "data-removal"));
        CompletableFuture<EmbeddedPostgresql> database = CompletableFuture.supplyAsync(() -> openDatabase(data));
        EmbeddedKafka kafka = EmbeddedKafka.open(data.resolve("kafka"), 0);
        StackDaemon daemon = new StackDaemon(folder, database.join(), kafka);
        Thread.ofPlatform().name("idle-check").start(daemon::endWhenUnused);
        daemon.serve();
    }

    private static void remove(Path data) {
        Postmaster.stop(databaseFolder(data));
        Folders.delete(data);
    }

    private static Path databaseFolder(Path data) {
        return data.resolve("postgresql");
    }

    private static EmbeddedPostgresql openDatabase(Path data) {
        try {
            return EmbeddedPostgresql.open(databaseFolder(data), 0, EmbeddedPostgresql.Durability.FAST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            announce(listener.getLocalPort());
            while (true) {
                Socket holder = listener.accept();
                Thread.ofVirtual().start(() -> hold(holder));
            }
        }
    }

    /** Moved into place in one step, so that no reader sees an incomplete number. */
    private void announce(int port) throws IOException {
        Path draft = folder.resolve(CONTROL_FILE + ".new");
        Files.writeString(draft, Integer.toString(port));
        Files.move(draft, folder.resolve(CONTROL_FILE), StandardCopyOption.ATOMIC_MOVE);
        System.out.println("PostgreSQL at port " + postgresql.port() + ", Kafka at " + kafka.bootstrapServers());
    }

    private void hold(Socket holder) {
        try (holder;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
            String hello = in.readLine();
            if (hello == null) {
                return;
            }
            String[] words = hello.split(" ");
            if (leases.open(Long.parseLong(words[1]))) {
                answerAndWait(words[0], in, holder.getOutputStream());
            }
        } catch (IOException | SQLException | RuntimeException e) {
            System.err.println("A lease ended with an error: " + e);
        }
    }

    private void answerAndWait(String database, BufferedReader in, OutputStream out) throws IOException, SQLException {
        try {
            topics.awaitIdle();
            postgresql.createDatabase(database);
            String answer = postgresql.port() + " " + kafka.bootstrapServers() + "\n";
            out.write(answer.getBytes(StandardCharsets.UTF_8));
            in.readLine();
        } finally {
            if (leases.close(System.nanoTime())) {
                topics.deleteAll();
            }
        }
    }

    /** Ends in every case, even if a build deleted its classes, because no other process would stop it. */
    private void endWhenUnused() {
        try {
            while (!leases.endWhenUnused(System.nanoTime())) {
                Thread.sleep(CHECK_EVERY);
            }
            System.out.println("No lease is open any more: stopping");
            Folders.delete(folder.resolve(CONTROL_FILE));
            postgresql.close();
            kafka.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            System.exit(0);
        }
    }
}
