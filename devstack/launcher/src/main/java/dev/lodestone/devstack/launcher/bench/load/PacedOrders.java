package dev.lodestone.devstack.launcher.bench.load;

import dev.lodestone.events.MemberId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Orders at a steady pace, and how long each takes from being sent to its event on {@code points}, without regard to other events there. */
public final class PacedOrders implements AutoCloseable {
    private static final int SENT_MAX = 1_000_000;
    /** Found in the bytes: decoding the events of a sweep beside it would cost more than what is measured. */
    private static final Pattern ORDER = Pattern.compile("paced-(\\d{7})");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Times from order to event, in milliseconds. */
    public record Latency(int orders, double p50, double p99, double max) {}

    private final OrderPipe orders;
    private final Thread watcher = new Thread(this::watch, "paced-orders");
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicLongArray sentAt = new AtomicLongArray(SENT_MAX);
    private final AtomicLongArray seenAt = new AtomicLongArray(SENT_MAX);
    private final int perSecond;
    private final int members;
    private int sent;

    /** @param members the orders go round the members 1 to {@code members} of {@link BenchMember} */
    public PacedOrders(String bootstrapServers, int perSecond, int members) {
        this.perSecond = perSecond;
        this.members = members;
        orders = new OrderPipe(bootstrapServers, "paced", 1);
        watcher.start();
    }

    /** Sends while {@code going} says so, then waits for what is still on its way. */
    public Latency run(BooleanSupplier going) {
        int first = sent;
        long start = System.nanoTime();
        while (sent < SENT_MAX && going.getAsBoolean()) {
            int due = first + (int) ((System.nanoTime() - start) * perSecond / 1_000_000_000L);
            while (sent < Math.min(due, SENT_MAX)) {
                send();
            }
            LockSupport.parkNanos(1_000_000);
        }
        awaitAll(first);
        double[] millis = new double[sent - first];
        for (int n = first; n < sent; n++) {
            millis[n - first] = (seenAt.get(n) - sentAt.get(n)) / 1e6;
        }
        Arrays.sort(millis);
        return new Latency(
                millis.length, millis[millis.length / 2], millis[millis.length * 99 / 100], millis[millis.length - 1]);
    }

    private void send() {
        int n = sent++;
        sentAt.set(n, System.nanoTime());
        orders.send(
                0,
                n,
                new MemberId(BenchMember.id(1 + n % members)),
                Clock.systemUTC().instant(),
                "paced-%07d".formatted(n));
    }

    private void awaitAll(int first) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int n = first; n < sent; n++) {
            while (seenAt.get(n) == 0) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("order " + n + " had no event within " + PATIENCE);
                }
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private void watch() {
        while (!closed.get()) {
            for (ConsumerRecord<String, byte[]> event : orders.poll(Duration.ofMillis(20))) {
                Matcher order = ORDER.matcher(new String(event.value(), StandardCharsets.ISO_8859_1));
                if (order.find()) {
                    seenAt.compareAndSet(Integer.parseInt(order.group(1)), 0, System.nanoTime());
                }
            }
        }
        orders.closeReceiver();
    }

    @Override
    public void close() {
        closed.set(true);
        orders.closeSender();
    }
}
