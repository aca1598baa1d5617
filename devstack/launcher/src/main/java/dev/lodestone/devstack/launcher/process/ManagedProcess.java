package dev.lodestone.devstack.launcher.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A process with its log and its PID file. */
public final class ManagedProcess {

    private static final int TAIL_LINES = 15;
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final String name;
    private final Path log;
    private final Process process;
    private final PidFile pidFile;
    private final AtomicBoolean endIsExpected = new AtomicBoolean();

    private ManagedProcess(String name, Path log, Process process, PidFile pidFile) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.pidFile = pidFile;
    }

    /**
     * Starts a process.
     *
     * @param logs the folder of its log, {@code name.log}
     * @param run the folder of its PID file
     * @param environment variables above those of this process
     */
    public static ManagedProcess start(
            String name, Path logs, Path run, List<String> command, Map<String, String> environment) {
        Path log = logs.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(outsideTheTerminal(command))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            PidFile pidFile = new PidFile(run.resolve(name + PidFile.SUFFIX));
            pidFile.write(process.toHandle());
            return new ManagedProcess(name, log, process, pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    /**
     * Returns when {@code ready} says so.
     *
     * @throws ProcessException when the process ends first, or is not ready within three minutes; it is stopped then
     */
    public ManagedProcess awaitReady(BooleanSupplier ready) {
        if (!Readiness.await(ready, process::isAlive)) {
            String report = exitReport();
            stop();
            throw new ProcessException(report);
        }
        return this;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Calls back once if the process ends unexpectedly. */
    public void onUnexpectedEnd(Consumer<String> report) {
        process.onExit().thenRun(() -> {
            if (!endIsExpected.get()) {
                report.accept(exitReport());
            }
        });
    }

    /** Asks the process to end, and forces it when it does not. */
    public void stop() {
        endIsExpected.set(true);
        PidFile.stop(process.toHandle());
        pidFile.delete();
    }

    /** Ends the process at once, without a chance to finish anything. */
    public void kill() {
        endIsExpected.set(true);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pidFile.delete();
    }

    /** Ctrl-C reaches every process of the terminal's group at once; in a group of their own they are stopped in order. */
    private static List<String> outsideTheTerminal(List<String> command) {
        List<String> words = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            words.add(SETSID.toString());
        }
        words.addAll(command);
        return words;
    }

    /** How the process ended, and its last lines of output. */
    private String exitReport() {
        String end = process.isAlive() ? "is not ready" : "ended with code " + process.exitValue();
        return name + " " + end + "; the last lines of " + log + ":\n" + String.join("\n", tail());
    }

    private List<String> tail() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
        } catch (IOException e) {
            return List.of("(the log cannot be read)");
        }
    }
}
