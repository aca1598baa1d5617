package dev.lodestone.devstack.launcher;

import dev.lodestone.devstack.embedded.Postmaster;
import dev.lodestone.devstack.launcher.process.ManagedProcess;
import dev.lodestone.devstack.launcher.process.PidFile;
import dev.lodestone.devstack.launcher.process.ProcessException;
import dev.lodestone.devstack.launcher.process.Readiness;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The running suite: PostgreSQL, Kafka, a mail sink, Keycloak and the five services. What {@code ./lodestone up} starts is
 * exactly this, so a test that starts it sees what a user sees.
 *
 * <p>Whatever this process started is stopped by {@link #close()}, which also runs when the JVM ends. After a kill the
 * next start, or {@link #stopWhatRuns(StateDirectory)}, stops what was left behind.
 */
public final class Suite implements AutoCloseable {

    private static final Duration STOP_MAX = Duration.ofSeconds(60);
    private static final String LAUNCHER = "launcher" + PidFile.SUFFIX;

    private final SuiteSettings settings;
    private final Timeline timeline;
    private final Servers servers;
    private final ServiceLauncher launcher;
    private final Map<String, ManagedProcess> children = new ConcurrentHashMap<>();
    private final Thread closeAtExit = new Thread(this::closeOnce, "suite-stop");
    private boolean closed;

    private Suite(SuiteSettings settings, Timeline timeline) {
        this.settings = settings;
        this.timeline = timeline;
        this.servers = new Servers(settings, timeline);
        this.launcher = new ServiceLauncher(settings);
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @throws LauncherException when something is in the way, does not start or is not ready in time; nothing is left running
     */
    public static Suite start(SuiteSettings settings, Timeline timeline) {
        StateDirectory stateDirectory = settings.stateDirectory();
        refuseSecondLauncher(stateDirectory);
        stopLeftOvers(stateDirectory);
        stateDirectory.create();
        Preflight.check(stateDirectory, settings.ports());
        if (settings.fresh()) {
            stateDirectory.empty();
            stateDirectory.create();
        }
        Suite suite = new Suite(settings, timeline);
        try {
            suite.startAll();
            return suite;
        } catch (RuntimeException e) {
            suite.close();
            throw e;
        }
    }

    /** Stops the suite of these folders, also one of another process; true when something ran. */
    public static boolean stopWhatRuns(StateDirectory stateDirectory) {
        Optional<ProcessHandle> running = launcherFile(stateDirectory).process();
        running.ifPresent(Suite::askToStop);
        return stopLeftOvers(stateDirectory) || running.isPresent();
    }

    /**
     * Where the suite of these folders listens.
     *
     * @throws LauncherException when it is not up
     */
    public static Ports portsOfRunning(StateDirectory stateDirectory) {
        if (launcherFile(stateDirectory).process().isEmpty()) {
            throw new LauncherException("The suite is not up: start it with ./lodestone up, then try again");
        }
        return stateDirectory.readPorts();
    }

    public Ports ports() {
        return settings.ports();
    }

    public StateDirectory stateDirectory() {
        return settings.stateDirectory();
    }

    /** Ends a service at once, as a crash would. */
    public void kill(String service) {
        ManagedProcess child = children.remove(Service.named(service).shortName());
        if (child != null) {
            child.kill();
            timeline.say(service + " killed");
        }
    }

    /** Starts a service that was killed, or stops and starts one that runs; returns when it is ready. */
    public void restart(String service) {
        Service named = Service.named(service);
        ManagedProcess child = children.remove(named.shortName());
        if (child != null) {
            child.stop();
        }
        startService(named);
    }

    /** Brings the broker back on the same port with the records that it had. */
    public void startKafka() {
        servers.startKafka();
    }

    /** Ends the broker at once, as a crash would. */
    public void killKafka() {
        servers.killKafka();
        timeline.say("Kafka killed");
    }

    /** Ends PostgreSQL with all its processes at once, as a crash would. */
    public void killPostgresql() {
        servers.killPostgresql();
        timeline.say("PostgreSQL killed");
    }

    /** Brings PostgreSQL back on the same port with all that was committed. */
    public void startPostgresql() {
        servers.startPostgresql();
    }

    /** Whether a service reports that it is alive, even if it is not ready. */
    public boolean isAlive(Service service) {
        return Readiness.answers(settings.ports().managementUrl(service) + "/q/health/live");
    }

    @Override
    public void close() {
        closeOnce();
        try {
            Runtime.getRuntime().removeShutdownHook(closeAtExit);
        } catch (IllegalStateException e) {
            // The JVM is already ending.
        }
    }

    private void startAll() {
        Runtime.getRuntime().addShutdownHook(closeAtExit);
        launcherFile(stateDirectory()).write(ProcessHandle.current());
        stateDirectory().write(ports());
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            CompletableFuture<Void> keycloak = settings.needsKeycloak()
                    ? CompletableFuture.runAsync(this::startKeycloak, executor)
                    : CompletableFuture.completedFuture(null);
            CompletableFuture<Void> services = CompletableFuture.runAsync(() -> servers.start(executor), executor)
                    .thenComposeAsync(nothing -> startServices(executor), executor);
            joinOrFail(List.of(keycloak, services));
        } finally {
            // After a failure the other parts are still waiting for their processes.
            executor.shutdownNow();
            awaitEnd(executor);
        }
    }

    private static void awaitEnd(ExecutorService executor) {
        try {
            executor.awaitTermination(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Void> startServices(Executor executor) {
        return allOrFirstFailure(settings.services().stream()
                .map(service -> CompletableFuture.runAsync(() -> startService(service), executor))
                .toList());
    }

    private void startKeycloak() {
        timeline.say("Keycloak starts; its first start takes a minute");
        keep("keycloak", Keycloak.start(stateDirectory(), ports()));
        timeline.say("Keycloak ready at " + ports().keycloakUrl());
    }

    private void startService(Service service) {
        keep(service.shortName(), launcher.start(service));
        timeline.say(service.shortName() + " ready at " + ports().url(service));
    }

    private void keep(String name, ManagedProcess child) {
        children.put(name, child);
        child.onUnexpectedEnd(timeline::say);
    }

    private synchronized void closeOnce() {
        if (closed) {
            return;
        }
        closed = true;
        Collection<ManagedProcess> all = List.copyOf(children.values());
        all.parallelStream().forEach(ManagedProcess::stop);
        servers.close();
        stopLeftOvers(stateDirectory());
        launcherFile(stateDirectory()).delete();
    }

    private static void joinOrFail(List<CompletableFuture<Void>> parts) {
        try {
            allOrFirstFailure(parts).join();
        } catch (CompletionException e) {
            throw switch (e.getCause()) {
                case LauncherException known -> known;
                case ProcessException failed -> new LauncherException(String.valueOf(failed.getMessage()), failed);
                case null, default -> new IllegalStateException("The suite did not start", e.getCause());
            };
        }
    }

    /** Done when all are done, or at once when one fails. */
    private static CompletableFuture<Void> allOrFirstFailure(List<CompletableFuture<Void>> parts) {
        CompletableFuture<Void> all = CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new));
        parts.forEach(part -> part.exceptionally(failure -> {
            all.completeExceptionally(failure);
            return null;
        }));
        return all;
    }

    /** The launcher stops its own processes, in the right order; it is forced, and they after it, only when it does not. */
    private static void askToStop(ProcessHandle launcher) {
        launcher.destroy();
        launcher.onExit()
                .completeOnTimeout(launcher, STOP_MAX.toSeconds(), TimeUnit.SECONDS)
                .join();
        launcher.destroyForcibly();
    }

    private static void refuseSecondLauncher(StateDirectory stateDirectory) {
        launcherFile(stateDirectory).process().ifPresent(process -> {
            throw new LauncherException(
                    "The suite is already up (process " + process.pid() + "): ./lodestone down stops it");
        });
    }

    private static boolean stopLeftOvers(StateDirectory stateDirectory) {
        List<PidFile> left = PidFile.in(stateDirectory.run()).stream()
                .filter(file -> !file.path().endsWith(LAUNCHER))
                .toList();
        boolean any = left.stream().anyMatch(file -> file.process().isPresent())
                || Postmaster.of(stateDirectory.postgresql()).isPresent();
        left.parallelStream().forEach(PidFile::stopProcess);
        Postmaster.stop(stateDirectory.postgresql());
        return any;
    }

    private static PidFile launcherFile(StateDirectory stateDirectory) {
        return new PidFile(stateDirectory.run().resolve(LAUNCHER));
    }
}
