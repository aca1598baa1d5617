package dev.lodestone.devstack.launcher.bench.load;

import dev.lodestone.devstack.launcher.LauncherException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Clients that each send the next request when the last is answered, on a connection of their own. */
public final class HttpLoad {
    /** How many were answered, in what time, and how long each took. */
    public record Figures(double perSecond, double p50Millis, double p99Millis) {
        static Figures of(long[] nanos, Duration taken) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return new Figures(sorted.length * 1e9 / taken.toNanos(), millis(sorted, 0.50), millis(sorted, 0.99));
        }

        private static double millis(long[] sorted, double share) {
            return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
        }
    }

    private final int port;
    private final Supplier<String> requests;
    private final int expected;

    /**
     * @param requests makes whole HTTP requests, for several threads at the same time
     * @param expected the status of every answer
     */
    public HttpLoad(int port, Supplier<String> requests, int expected) {
        this.port = port;
        this.requests = requests;
        this.expected = expected;
    }

    /** Sends {@code count} requests, so that the service is warm however busy the machine is. */
    public void warmUp(int clients, int count) {
        AtomicInteger left = new AtomicInteger(count);
        run(clients, () -> left.getAndDecrement() > 0);
    }

    public Figures run(int clients, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return run(clients, () -> System.nanoTime() < end);
    }

    private Figures run(int clients, BooleanSupplier more) {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<long[]>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(() -> client(more)));
            }
            LongStream nanos = LongStream.empty();
            for (Future<long[]> client : running) {
                nanos = LongStream.concat(nanos, LongStream.of(client.get()));
            }
            return Figures.of(nanos.toArray(), Duration.ofNanos(System.nanoTime() - start));
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof LauncherException known ? known : new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private long[] client(BooleanSupplier more) {
        LongStream.Builder nanos = LongStream.builder();
        try (HttpConnection connection = new HttpConnection(port)) {
            while (more.getAsBoolean()) {
                long begin = System.nanoTime();
                connection.exchange(requests.get(), expected);
                nanos.add(System.nanoTime() - begin);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return nanos.build().toArray();
    }
}
