package dev.lodestone.devstack.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Remembers a process on disk, so that a later launcher can stop what an earlier one left behind. The start time is kept
 * with the number, because by then the number may belong to another process.
 */
public record PidFile(Path path) {

    public static final String SUFFIX = ".pid";

    private static final Duration STOP_MAX = Duration.ofSeconds(20);

    public static List<PidFile> in(Path run) {
        if (!Files.isDirectory(run)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(run)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .map(PidFile::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + run, e);
        }
    }

    public void write(ProcessHandle process) {
        try {
            Files.writeString(path, process.pid() + " " + startedAt(process));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }

    /** The process, if it is still alive and is the recorded one. */
    public Optional<ProcessHandle> process() {
        try {
            String[] words = Files.readString(path).split(" ");
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> startedAt(process).equals(words[1]));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Ends the process and all it started: first by a signal, then by force; then deletes the file. */
    public void stopProcess() {
        process().ifPresent(PidFile::stop);
        delete();
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + path, e);
        }
    }

    static void stop(ProcessHandle process) {
        List<ProcessHandle> family =
                Stream.concat(process.descendants(), Stream.of(process)).toList();
        family.forEach(ProcessHandle::destroy);
        CompletableFuture<?>[] exits =
                family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(exits)
                .completeOnTimeout(null, STOP_MAX.toSeconds(), TimeUnit.SECONDS)
                .join();
        family.forEach(ProcessHandle::destroyForcibly);
    }

    private static String startedAt(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
