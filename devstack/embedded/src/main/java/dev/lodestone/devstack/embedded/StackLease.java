package dev.lodestone.devstack.embedded;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A hold on the shared PostgreSQL and Kafka: joins the daemon of the folder, or starts it when none runs. The hold is an
 * open socket, so it ends with {@link #close()} and also when the holder's process dies.
 */
public final class StackLease implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofSeconds(120);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Socket socket;
    private final String database;
    private final int postgresqlPort;
    private final String kafkaBootstrapServers;

    private StackLease(Socket socket, String database, String[] answer) {
        this.socket = socket;
        this.database = database;
        this.postgresqlPort = Integer.parseInt(answer[0]);
        this.kafkaBootstrapServers = answer[1];
    }

    /**
     * Takes a lease; the named database exists when this returns.
     *
     * @param folder the daemon's folder; callers with the same folder share the daemon
     * @param database lower-case letters, digits and underscores
     * @param classPath what the daemon runs with: this module and all it depends on
     * @throws IOException when the daemon does not start within two minutes; the message names its log
     */
    public static StackLease acquire(Path folder, String database, String classPath) throws IOException {
        Files.createDirectories(folder);
        try (FileChannel file =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            assert lock.isValid();
            Optional<StackLease> joined = join(folder, database);
            return joined.isPresent() ? joined.get() : startAndJoin(folder, database, classPath);
        }
    }

    public String database() {
        return database;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgresqlPort + "/" + database;
    }

    public String reactiveUrl() {
        return "postgresql://127.0.0.1:" + postgresqlPort + "/" + database;
    }

    public String kafkaBootstrapServers() {
        return kafkaBootstrapServers;
    }

    @Override
    public void close() {
        closeQuietly(socket);
    }

    private static StackLease startAndJoin(Path folder, String database, String classPath) throws IOException {
        Files.deleteIfExists(folder.resolve(StackDaemon.CONTROL_FILE));
        Path log = folder.resolve("daemon.log");
        Process daemon = start(folder, classPath, log);
        long end = System.nanoTime() + START_MAX.toNanos();
        while (System.nanoTime() < end && daemon.isAlive()) {
            Optional<StackLease> joined = join(folder, database);
            if (joined.isPresent()) {
                return joined.get();
            }
            pause();
        }
        String reason = daemon.isAlive() ? "is not ready after " + START_MAX.toSeconds() + " s" : "died";
        daemon.destroy();
        throw new IOException("The shared PostgreSQL and Kafka " + reason + ", see " + log);
    }

    private static Process start(Path folder, String classPath, Path log) throws IOException {
        List<String> command = SmallJvm.command(classPath, StackDaemon.class, folder.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
    }

    /** Empty when no daemon listens, or when it is about to stop and takes no more leases. */
    private static Optional<StackLease> join(Path folder, String database) {
        Path control = folder.resolve(StackDaemon.CONTROL_FILE);
        if (!Files.exists(control)) {
            return Optional.empty();
        }
        Socket socket = new Socket();
        try {
            int port = Integer.parseInt(Files.readString(control).trim());
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
            socket.setSoTimeout(Math.toIntExact(ANSWER_MAX.toMillis()));
            String hello = database + " " + ProcessHandle.current().pid() + "\n";
            socket.getOutputStream().write(hello.getBytes(StandardCharsets.UTF_8));
            String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (answer != null) {
                return Optional.of(new StackLease(socket, database, answer.split(" ")));
            }
        } catch (IOException | NumberFormatException e) {
            // A file left behind by a daemon that was killed: the caller starts another one.
        }
        closeQuietly(socket);
        return Optional.empty();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the shared PostgreSQL and Kafka", e);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // The other side sees the end of the stream in any case.
        }
    }
}
