package dev.lodestone.devstack.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits until a process answers. */
final class Readiness {

    private static final Duration READY_MAX = Duration.ofSeconds(180);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(ANSWER_MAX).build();

    private Readiness() {}

    /**
     * Returns when the address answers 200.
     *
     * @throws LauncherException when the process ends first, or does not answer within three minutes; it is stopped then
     */
    static void awaitOrStop(ManagedProcess child, String url) {
        try {
            await(child, () -> answers(url));
        } catch (LauncherException e) {
            child.stop();
            throw e;
        }
    }

    /** As {@link #awaitOrStop}, but returns as soon as the port on this machine accepts connections. */
    static void awaitPortOrStop(ManagedProcess child, int port) {
        try {
            await(child, () -> accepts(port));
        } catch (LauncherException e) {
            child.stop();
            throw e;
        }
    }

    private static void await(ManagedProcess child, BooleanSupplier ready) {
        long end = System.nanoTime() + READY_MAX.toNanos();
        while (!ready.getAsBoolean()) {
            if (!child.isAlive() || System.nanoTime() > end) {
                throw new LauncherException(child.exitReport());
            }
            pause();
        }
    }

    static boolean answers(String url) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER_MAX).build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), Math.toIntExact(ANSWER_MAX.toMillis()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static LauncherException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LauncherException("Stopped while waiting", e);
    }
}
