package dev.lodestone.devstack.launcher.bench;

import dev.lodestone.devstack.launcher.bench.load.HttpLoad;
import dev.lodestone.devstack.launcher.bench.load.HttpLoad.Figures;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many redemptions a second points-service answers over HTTP, each with a token and a key of its own, committed; beside pgbench writing
 * the same rows as single transactions into a copy of the same database, with fsync and as many clients for both.
 */
final class RedeemBench {
    private static final int MEMBERS = 20_000;
    private static final List<Integer> CLIENTS = List.of(1, 8, 64);
    private static final int WARM_UP = 60_000;
    private static final Duration ROUND = Duration.ofSeconds(6);
    private static final int ROUNDS = 3;
    private static final int EXPLAINED = 2_000;
    private static final String BODY = "{\"rewardCode\": \"noodles\"}";

    private final AtomicLong keys = new AtomicLong();
    private final List<String> tokens;

    private RedeemBench(List<String> tokens) {
        this.tokens = tokens;
    }

    static void run(BenchEnvironment bench) throws SQLException {
        bench.execute(Script.of("redeem-seed").sql(Map.of()));
        bench.say("signing the tokens of %,d members", MEMBERS);
        Map<Integer, Figures> best = new RedeemBench(bench.issuer().signForMembers(MEMBERS)).redeem(bench);
        bench.stopService();
        reference(bench, best);
    }

    private Map<Integer, Figures> redeem(BenchEnvironment bench) throws SQLException {
        HttpLoad load = new HttpLoad(bench.httpPort(), this::request, 201);
        bench.say("warm-up of %,d redemptions", WARM_UP);
        load.warmUp(CLIENTS.getLast(), WARM_UP);
        Map<Integer, Figures> best = new TreeMap<>();
        for (int clients : CLIENTS) {
            for (int round = 1; round <= ROUNDS; round++) {
                Figures figures = load.run(clients, ROUND);
                best.merge(clients, figures, (one, other) -> one.perSecond() > other.perSecond() ? one : other);
                bench.say(
                        "points-service, %d clients, round %d: %,.0f redemptions a second, p50 %.1f ms, p99 %.1f ms",
                        clients, round, figures.perSecond(), figures.p50Millis(), figures.p99Millis());
            }
        }
        Plans.show(bench, () -> load.warmUp(CLIENTS.getLast(), EXPLAINED));
        return best;
    }

    private static void reference(BenchEnvironment bench, Map<Integer, Figures> best) throws SQLException {
        Pgbench pgbench = bench.referenceOnCopy(Script.of("redeem"));
        best.forEach((clients, figures) -> {
            double tps = pgbench.transactionsPerSecond(clients);
            bench.say(
                    "pgbench, the same rows, one transaction each, %d clients: %,.0f a second; redemption is %.1f times that",
                    clients, tps, figures.perSecond() / tps);
        });
    }

    private String request() {
        String token = tokens.get(ThreadLocalRandom.current().nextInt(MEMBERS));
        return "POST /api/points/v1/redemptions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nIdempotency-Key: " + new UUID(0x7000, 0x8000_0000_0000_0000L | keys.incrementAndGet())
                + "\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY;
    }
}
