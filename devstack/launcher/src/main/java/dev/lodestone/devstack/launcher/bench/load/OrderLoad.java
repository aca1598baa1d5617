package dev.lodestone.devstack.launcher.bench.load;

import dev.lodestone.events.MemberId;
import java.time.Duration;
import java.time.Instant;

/** Orders of a fixed set of members, and the count of what came of them. */
public final class OrderLoad implements AutoCloseable {
    private static final int MEMBERS = 20_000;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration SILENCE_MAX = Duration.ofMinutes(1);

    private final OrderPipe orders;
    private int sent;

    public OrderLoad(String bootstrapServers) {
        orders = new OrderPipe(bootstrapServers, "bench", 10);
    }

    /** Sends {@code count} orders and returns once each has its event on {@code points}, or fails when nothing comes for a minute. */
    public Duration run(int count) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int n = sent++;
            orders.send(
                    START.toEpochMilli() << 16,
                    n,
                    MemberId.of("bench:" + n % MEMBERS),
                    START.plusSeconds(n),
                    "order-" + n);
        }
        long seen = 0;
        long progress = System.nanoTime();
        while (seen < count) {
            int more = orders.poll(Duration.ofMillis(100)).count();
            seen += more;
            progress = more > 0 ? System.nanoTime() : progress;
            if (System.nanoTime() - progress > SILENCE_MAX.toNanos()) {
                throw new IllegalStateException("nothing came for a minute; " + seen + " of " + count + " were posted");
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        orders.closeSender();
        orders.closeReceiver();
    }
}
