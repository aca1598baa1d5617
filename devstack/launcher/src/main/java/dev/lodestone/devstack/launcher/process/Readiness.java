package dev.lodestone.devstack.launcher.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What shows that a process is ready. */
public final class Readiness {

    private static final Duration READY_MAX = Duration.ofSeconds(180);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(ANSWER_MAX).build();

    private Readiness() {}

    /** Whether the address answers 200. */
    public static boolean answers(String url) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER_MAX).build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the port on this machine accepts connections. */
    public static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), Math.toIntExact(ANSWER_MAX.toMillis()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** False when it is not ready in time, not alive any more, or nobody waits any longer. */
    static boolean await(BooleanSupplier ready, BooleanSupplier alive) {
        long end = System.nanoTime() + READY_MAX.toNanos();
        while (!ready.getAsBoolean()) {
            if (!alive.getAsBoolean() || System.nanoTime() > end || !pause()) {
                return false;
            }
        }
        return true;
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
