package dev.lodestone.devstack.launcher.bench;

import dev.lodestone.devstack.launcher.bench.load.OrderLoad;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * How many orders a second go from the topic {@code orders} through points-service, which asks ten rules with caps, posts and commits, to
 * the topic {@code points}; beside pgbench writing the same rows as single transactions into a copy of the same database, with fsync on for both.
 */
final class IngestBench {
    /** The compiler of the JVM takes as much of the machine as the service until about here. */
    private static final int WARM_UP = 200_000;

    private static final int ROUND = 100_000;
    private static final int ROUNDS = 3;
    private static final int EXPLAINED = 5_000;

    private IngestBench() {}

    static void run(BenchEnvironment bench) throws SQLException {
        bench.execute(Script.of("ten-rules").sql(Map.of()));
        double best = ingest(bench);
        bench.stopService();
        reference(bench, best);
    }

    private static double ingest(BenchEnvironment bench) throws SQLException {
        double best = 0;
        try (OrderLoad load = new OrderLoad(bench.ports().kafkaBootstrapServers())) {
            bench.say("warm-up of %,d orders", WARM_UP);
            load.run(WARM_UP);
            for (int round = 1; round <= ROUNDS; round++) {
                Duration taken = load.run(ROUND);
                double perSecond = ROUND * 1e9 / taken.toNanos();
                best = Math.max(best, perSecond);
                bench.say(
                        "points-service, round %d: %,d orders in %.1f s = %,.0f a second",
                        round, ROUND, taken.toNanos() / 1e9, perSecond);
            }
            Plans.show(bench, () -> load.run(EXPLAINED));
        }
        return best;
    }

    private static void reference(BenchEnvironment bench, double best) throws SQLException {
        Pgbench pgbench = bench.referenceOnCopy(Script.of("ingest"));
        for (int clients : new int[] {1, 8, 32}) {
            double tps = pgbench.transactionsPerSecond(clients);
            bench.say(
                    "pgbench, the same rows, one transaction each, %d clients: %,.0f a second; ingestion is %.1f times that",
                    clients, tps, best / tps);
        }
    }
}
