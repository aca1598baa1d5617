package dev.lodestone.points;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.platform.ids.Ids;
import io.restassured.RestAssured;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs concurrent requests. A race that takes longer than two minutes fails; an idle machine needs seconds. */
public final class Races {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** The answer to a request. */
    public record Answer(int status, String contentType, String body) {
        /** The JSON body; fails unless the status is {@code expected}. */
        public JsonObject json(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            return new JsonObject(body);
        }
    }

    private Races() {}

    /** Starts all {@code tasks} at the same moment, each on its own thread; returns their results in order. */
    public static <T> List<T> atOnce(List<? extends Callable<T>> tasks) {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> task : tasks) {
                running.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            start.countDown();
            return results(running);
        }
    }

    /** As {@link #atOnce(List)}, for {@code count} tasks created from their index. */
    public static <T> List<T> atOnce(int count, IntFunction<? extends Callable<T>> task) {
        return atOnce(IntStream.range(0, count).mapToObj(task).toList());
    }

    /** Runs {@code count} rounds, {@code together} at a time, created from their index; fails if a round fails. */
    public static <T> List<T> rounds(int count, int together, IntFunction<? extends Callable<T>> round) {
        try (ExecutorService threads = Executors.newFixedThreadPool(together)) {
            return results(IntStream.range(0, count)
                    .mapToObj(n -> threads.submit(round.apply(n)))
                    .toList());
        }
    }

    /** Fails unless exactly one answer has the status {@code once} and all others have {@code otherwise}. */
    public static void assertOneWins(List<Answer> answers, int once, int otherwise) {
        List<Integer> statuses = answers.stream().map(Answer::status).sorted().toList();
        List<Integer> expected = new ArrayList<>(Collections.nCopies(answers.size() - 1, otherwise));
        expected.add(once);
        Collections.sort(expected);
        assertThat(statuses).isEqualTo(expected);
    }

    /** A POST with a new idempotency key, by a lightweight client that supports many concurrent requests. */
    public static Answer post(String token, String path, Object body) {
        return send("POST", token, path, Json.encode(body).getBytes(StandardCharsets.UTF_8));
    }

    /** A request with a JSON body and a new idempotency key. */
    public static Answer send(String method, String token, String path, byte[] body) {
        return send(request(token, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", Ids.next().toString())
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    public static Answer get(String token, String path) {
        return send(request(token, path).GET().build());
    }

    private static HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE);
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            String contentType = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), contentType, response.body());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static <T> List<T> results(List<Future<T>> running) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> future : running) {
                results.add(future.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
            }
        } catch (ExecutionException failure) {
            throw new AssertionError("a concurrent task failed: " + failure.getCause(), failure.getCause());
        } catch (TimeoutException late) {
            running.forEach(future -> future.cancel(true));
            throw new AssertionError("the race took longer than " + PATIENCE, late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        return results;
    }
}
