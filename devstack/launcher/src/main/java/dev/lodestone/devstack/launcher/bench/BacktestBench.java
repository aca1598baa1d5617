package dev.lodestone.devstack.launcher.bench;

import dev.lodestone.devstack.launcher.LauncherException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a draft takes to be tried on a million kept facts, with ten rules in force; beside PostgreSQL reading the same rows alone, and
 * beside what ingestion gets done with and without it.
 */
public final class BacktestBench {
    private static final long FACTS = 1_000_000;
    private static final int ORDERS = 60_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final String READ = """
            select sum(length(data::text) + length(context::text) + length(outcomes::text))::text from fact
            """;

    private final Path root;
    private final PrintStream out;
    private final HttpClient client = HttpClient.newHttpClient();

    public BacktestBench(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    public void run() throws SQLException, IOException, InterruptedException {
        try (BenchEnvironment bench = new BenchEnvironment(root, out)) {
            bench.execute(Script.of("ten-rules").sql(Map.of()));
            bench.say("keeping %,d facts", FACTS);
            bench.execute(Script.of("backtest-seed").sql(Map.of("facts", FACTS)));
            long start = System.nanoTime();
            bench.query(READ);
            bench.say("PostgreSQL alone, reading the same rows: %.1f s", seconds(start));
            for (int round = 1; round <= 2; round++) {
                start = System.nanoTime();
                await(bench, request(bench, round));
                bench.say(
                        "backtest, round %d: %.1f s for %,d facts = %,.0f a second",
                        round, seconds(start), FACTS, FACTS / seconds(start));
            }
            besideOrders(bench);
        }
    }

    private void besideOrders(BenchEnvironment bench) throws IOException, InterruptedException {
        try (OrderLoad load = new OrderLoad(bench.ports().kafkaBootstrapServers())) {
            load.run(ORDERS);
            double before = ordersPerSecond(load);
            String backtest = request(bench, 3);
            double beside = ordersPerSecond(load);
            await(bench, backtest);
            double alone = (before + ordersPerSecond(load)) / 2;
            bench.say(
                    "orders a second: %,.0f alone, %,.0f beside a backtest, %.0f %% of that",
                    alone, beside, 100 * beside / alone);
        }
    }

    private static double ordersPerSecond(OrderLoad load) {
        return ORDERS * 1e9 / load.run(ORDERS).toNanos();
    }

    private String request(BenchEnvironment bench, int round) throws IOException, InterruptedException {
        HttpRequest.Builder request = to(bench, "")
                .header("Idempotency-Key", "round-" + round)
                .POST(HttpRequest.BodyPublishers.ofString("{\"days\": 120}"));
        Matcher id = ID.matcher(send(request, 202));
        if (!id.find()) {
            throw new LauncherException("the backtest was answered without an id");
        }
        return id.group(1);
    }

    private void await(BenchEnvironment bench, String id) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            String answer = send(to(bench, "/" + id).GET(), 200);
            if (answer.contains("\"DONE\"")) {
                out.println(answer.substring(0, answer.indexOf("\"days\":[")));
                return;
            }
            if (answer.contains("\"FAILED\"")) {
                throw new LauncherException("the backtest failed: " + answer);
            }
            Thread.sleep(200);
        }
        throw new LauncherException("the backtest was not done within " + PATIENCE);
    }

    private static HttpRequest.Builder to(BenchEnvironment bench, String path) {
        String token = bench.issuer().sign("bench", "rules");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bench.httpPort()
                        + "/api/points/v1/earning-rules/spend-cny/versions/2/backtests" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private String send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new LauncherException(
                    "expected " + expected + ", but got " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
