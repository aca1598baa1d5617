package dev.lodestone.devstack.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lodestone.devstack.launcher.LauncherException;
import dev.lodestone.devstack.launcher.bench.load.OrderLoad;
import dev.lodestone.devstack.launcher.demo.GatewayClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How long a draft takes to be tried on a million kept facts, with ten rules in force; beside PostgreSQL reading the same rows alone, and
 * beside what ingestion gets done with and without it.
 */
final class BacktestBench {
    private static final long FACTS = 1_000_000;
    private static final int ORDERS = 60_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String BACKTESTS = "/api/points/v1/earning-rules/spend-cny/versions/2/backtests";
    private static final String READ = """
            select sum(length(data::text) + length(context::text) + length(outcomes::text))::text from fact
            """;

    private BacktestBench() {}

    static void run(BenchEnvironment bench) throws SQLException, InterruptedException {
        bench.execute(Script.of("ten-rules").sql(Map.of()));
        bench.say("keeping %,d facts", FACTS);
        bench.execute(Script.of("backtest-seed").sql(Map.of("facts", FACTS)));
        long start = System.nanoTime();
        bench.query(READ);
        bench.say("PostgreSQL alone, reading the same rows: %.1f s", seconds(start));
        GatewayClient operator = bench.client("rules");
        for (int round = 1; round <= 2; round++) {
            start = System.nanoTime();
            await(bench, operator, request(operator, round));
            bench.say(
                    "backtest, round %d: %.1f s for %,d facts = %,.0f a second",
                    round, seconds(start), FACTS, FACTS / seconds(start));
        }
        besideOrders(bench, operator);
    }

    private static void besideOrders(BenchEnvironment bench, GatewayClient operator) throws InterruptedException {
        try (OrderLoad load = new OrderLoad(bench.ports().kafkaBootstrapServers())) {
            load.run(ORDERS);
            double before = ordersPerSecond(load);
            String backtest = request(operator, 3);
            double beside = ordersPerSecond(load);
            await(bench, operator, backtest);
            double alone = (before + ordersPerSecond(load)) / 2;
            bench.say(
                    "orders a second: %,.0f alone, %,.0f beside a backtest, %.0f %% of that",
                    alone, beside, 100 * beside / alone);
        }
    }

    private static double ordersPerSecond(OrderLoad load) {
        return ORDERS * 1e9 / load.run(ORDERS).toNanos();
    }

    private static String request(GatewayClient operator, int round) {
        return operator.post(BACKTESTS, "round-" + round, Map.of("days", 120))
                .orFail()
                .path("id")
                .asText();
    }

    private static void await(BenchEnvironment bench, GatewayClient operator, String id) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode backtest = operator.get(BACKTESTS + "/" + id).orFail();
            switch (backtest.path("status").asText()) {
                case "DONE" -> {
                    bench.say("%s", ((ObjectNode) backtest.path("report")).remove(List.of("days")));
                    return;
                }
                case "FAILED" -> throw new LauncherException("the backtest failed: " + backtest);
                default -> Thread.sleep(200);
            }
        }
        throw new LauncherException("the backtest was not done within " + PATIENCE);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
