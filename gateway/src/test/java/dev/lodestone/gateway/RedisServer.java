package dev.lodestone.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import redis.embedded.core.ExecutableProvider;

/**
 * A real Redis or Valkey: the one of this machine; on Debian as root its package is installed if it is missing; elsewhere the one that a
 * library carries with it.
 */
public final class RedisServer implements AutoCloseable {
    private static final List<String> NAMES = List.of("valkey-server", "redis-server");
    /** Debian's server, which is the server under another name only if it is called by that name. Its package starts no service. */
    private static final Path DEBIANS = Path.of("/usr/bin/redis-check-rdb");

    private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Path executable;
    private final int port;
    private Process process;

    private RedisServer(Path executable, int port) {
        this.executable = executable;
        this.port = port;
        this.process = launch();
    }

    public static RedisServer start() {
        return new RedisServer(executable(), FakeServices.closedPort());
    }

    public String address() {
        return "redis://127.0.0.1:" + port;
    }

    /** Kills it as a crash would; {@link #restart} brings it back on the same port, empty. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public void restart() {
        process = launch();
    }

    /** The answer to one command without arguments that hold blanks, such as {@code DBSIZE}. */
    public String ask(String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[4_096];
            int length = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(0, length), StandardCharsets.US_ASCII);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        kill();
    }

    private Process launch() {
        try {
            Process started = new ProcessBuilder(
                            executable.toString(),
                            "--port",
                            Integer.toString(port),
                            "--bind",
                            "127.0.0.1",
                            "--save",
                            "",
                            "--appendonly",
                            "no")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Awaitility.await("Redis").atMost(Duration.ofSeconds(20)).until(this::answers);
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write(PING);
            return socket.getInputStream().read() == '+';
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Path executable() {
        return onPath().or(RedisServer::debians).or(RedisServer::installed).orElseGet(RedisServer::carried);
    }

    private static Optional<Path> onPath() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> debians() {
        if (!Files.isExecutable(DEBIANS)) {
            return Optional.empty();
        }
        try {
            Path folder = Files.createTempDirectory("redis");
            Path server = Files.createSymbolicLink(folder.resolve("redis-server"), DEBIANS);
            server.toFile().deleteOnExit();
            folder.toFile().deleteOnExit();
            return Optional.of(server);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path carried() {
        try {
            return ExecutableProvider.newJarResourceProvider().get().toPath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Optional<Path> installed() {
        if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))
                || !System.getProperty("user.name").equals("root")) {
            return Optional.empty();
        }
        try {
            Process process = new ProcessBuilder("apt-get", "install", "-y", "-qq", "redis-tools")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0 ? debians() : Optional.empty();
        } catch (IOException unusable) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
