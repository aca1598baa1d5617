package dev.lodestone.devstack.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The first process of a PostgreSQL server, found through the file that it writes into its data folder. It survives the
 * JVM that started it when that JVM is killed, so a later JVM that finds the data folder can stop its server here.
 */
public final class Postmaster {

    private static final Duration STOP_MAX = Duration.ofSeconds(20);

    private Postmaster() {}

    /** The living server of a data folder; empty when there is none or its file says nothing. */
    public static Optional<ProcessHandle> of(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.getFirst().trim())).filter(Postmaster::isPostgresql);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Stops the server of a data folder, if one lives: its clients are cut off, what was committed stays. */
    public static void stop(Path folder) {
        of(folder).ifPresent(Postmaster::stop);
    }

    /**
     * Kills the server of a data folder and all its processes with signal 9, if one lives: nothing is closed in good order. Returns when
     * all of them have ended, so that a new server may be started on the same data.
     */
    public static void kill(Path folder) {
        of(folder).ifPresent(server -> {
            // Without their first process the others end by themselves, but not at once; a new server refuses to start
            // beside them.
            List<ProcessHandle> all =
                    Stream.concat(Stream.of(server), server.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(process -> process.onExit()
                    .completeOnTimeout(process, STOP_MAX.toSeconds(), TimeUnit.SECONDS)
                    .join());
        });
    }

    private static void stop(ProcessHandle server) {
        try {
            // A plain end signal would wait for every client to leave; this one cuts them off and closes in good order.
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                    .inheritIO()
                    .start();
            server.onExit().get(STOP_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException | TimeoutException e) {
            server.destroyForcibly();
        }
    }

    /** The number may meanwhile belong to another program, after a crash and a restart of the machine. */
    private static boolean isPostgresql(ProcessHandle process) {
        return process.info().command().orElse("").contains("postgres");
    }
}
