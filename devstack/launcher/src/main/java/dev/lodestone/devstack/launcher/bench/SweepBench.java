package dev.lodestone.devstack.launcher.bench;

import dev.lodestone.devstack.launcher.LauncherException;
import dev.lodestone.devstack.launcher.bench.load.OrderLoad;
import dev.lodestone.devstack.launcher.bench.load.PacedOrders;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * How many due lots a second are swept, and what that does to orders of the very members whose lots are swept. The service is killed half
 * way and started again; in the end each lot must have expired exactly once. The reference is the same orders without a sweep.
 */
final class SweepBench {
    private static final int MEMBERS = 200_000;
    private static final int LOTS_EACH = 5;
    private static final long LOTS = (long) MEMBERS * LOTS_EACH;
    private static final int ORDERS_PER_SECOND = 300;
    private static final int WARM_UP = 100_000;
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long LOOK_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Looking at the lots themselves would slow down what is measured. */
    private static final String EXPIRED = """
            select (coalesce(sum(credits), 0) / 100)::bigint::text from program_account where program = 'EXPIRED'
            """;

    private static final String JUDGEMENT = """
            select concat_ws(' ', count(*), count(distinct cause_id),
                             (select sum(credits - debits + pending + held) from account)
                             + (select sum(credits - debits) from program_account))
            from posting where kind = 'EXPIRED'
            """;
    private static final String EXPECTED = LOTS + " " + LOTS + " 0";

    private SweepBench() {}

    static void run(BenchEnvironment bench) throws SQLException {
        try (PacedOrders orders = new PacedOrders(bench.ports().kafkaBootstrapServers(), ORDERS_PER_SECOND, MEMBERS)) {
            bench.execute(Script.of("ten-rules").sql(Map.of()));
            warmUp(bench);
            report(bench, "orders without a sweep", orders.run(during(IDLE_NANOS)));
            bench.say("making %,d lots of %,d members that are due", LOTS, MEMBERS);
            bench.execute(Script.of("sweep").sql(Map.of("members", (long) MEMBERS, "lots", (long) LOTS_EACH)));
            settle(bench);
            sweep(bench, orders, LOTS, LOTS / 2);
            bench.stopService();
            long left = due(bench);
            bench.startService();
            bench.say("killed half way, %,d lots left, and started again", left);
            sweep(bench, orders, left, 0);
            judge(bench);
        }
    }

    /** Lets the service sweep until no more than {@code to} lots are due, while orders come in. */
    private static void sweep(BenchEnvironment bench, PacedOrders orders, long from, long to) {
        long start = System.nanoTime();
        long[] looked = {start, from};
        PacedOrders.Latency latency = orders.run(() -> {
            if (System.nanoTime() - looked[0] > LOOK_EVERY_NANOS) {
                looked[1] = due(bench);
                looked[0] = System.nanoTime();
            }
            return looked[1] > to;
        });
        double seconds = (looked[0] - start) / 1e9;
        long swept = from - looked[1];
        bench.say("swept %,d lots in %.1f s = %,.0f a second", swept, seconds, swept / seconds);
        report(bench, "orders during the sweep", latency);
    }

    private static void warmUp(BenchEnvironment bench) throws SQLException {
        bench.say("warm-up of %,d orders", WARM_UP);
        try (OrderLoad load = new OrderLoad(bench.ports().kafkaBootstrapServers())) {
            load.run(WARM_UP);
        }
        settle(bench);
    }

    /** Leaves nothing to be tidied up beside what is measured. */
    private static void settle(BenchEnvironment bench) throws SQLException {
        bench.execute("vacuum analyze");
        bench.execute("checkpoint");
    }

    private static void judge(BenchEnvironment bench) throws SQLException {
        List<String> found = bench.query(JUDGEMENT);
        bench.say("postings of expired lots, expired lots, imbalance of the ledger: %s", found.getFirst());
        if (!found.equals(List.of(EXPECTED))) {
            throw new LauncherException("each lot must expire exactly once, and the ledger must balance: " + EXPECTED);
        }
    }

    private static long due(BenchEnvironment bench) {
        try {
            return LOTS - Long.parseLong(bench.query(EXPIRED).getFirst());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void report(BenchEnvironment bench, String what, PacedOrders.Latency latency) {
        bench.say(
                "%s, %d a second: %,d orders, half within %.0f ms, 99 %% within %.0f ms, all within %.0f ms",
                what, ORDERS_PER_SECOND, latency.orders(), latency.p50(), latency.p99(), latency.max());
    }

    private static BooleanSupplier during(long nanos) {
        long end = System.nanoTime() + nanos;
        return () -> System.nanoTime() < end;
    }
}
