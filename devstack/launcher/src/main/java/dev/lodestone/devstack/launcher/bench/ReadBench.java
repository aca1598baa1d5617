package dev.lodestone.devstack.launcher.bench;

import dev.lodestone.devstack.launcher.bench.load.BenchMember;
import dev.lodestone.devstack.launcher.bench.load.HttpLoad;
import dev.lodestone.devstack.launcher.bench.load.HttpLoad.Figures;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How fast a member's balance and statement are read over HTTP while the book grows from 10^5 to 10^7 postings; beside pgbench sending the
 * same statements to the same database. The figures should not grow with the book; how the database finds the rows is shown at the end.
 */
final class ReadBench {
    private static final int POSTINGS_PER_MEMBER = 100;
    private static final List<Long> BOOKS = List.of(100_000L, 1_000_000L, 10_000_000L);
    private static final int CLIENTS = 8;
    /** Before the first figures, so that they are not those of a cold service. */
    private static final int WARM_UP = 20_000;
    /** Before the others, so that they are not those of a cold disk. */
    private static final int WARM_UP_AGAIN = 4_000;

    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final int ROUNDS = 3;
    /** What is read, also the end of its path. */
    private static final List<String> READS = List.of("balance", "statement");

    private ReadBench() {}

    static void run(BenchEnvironment bench) throws SQLException {
        String token = bench.issuer().sign("bench", "members-read");
        long members = 0;
        for (long postings : BOOKS) {
            grow(bench, members + 1, postings / POSTINGS_PER_MEMBER);
            members = postings / POSTINGS_PER_MEMBER;
            for (String read : READS) {
                measure(bench, token, read, postings, members);
            }
        }
        for (String read : READS) {
            explain(bench, read, members / 2);
        }
    }

    private static void grow(BenchEnvironment bench, long from, long to) throws SQLException {
        long start = System.nanoTime();
        bench.execute(Script.of("read-seed").sql(Map.of("from", from, "to", to)));
        bench.execute("vacuum analyze");
        bench.execute("checkpoint");
        bench.say(
                "book of %,d postings of %,d members, grown in %.0f s",
                to * POSTINGS_PER_MEMBER, to, (System.nanoTime() - start) / 1e9);
    }

    private static void measure(BenchEnvironment bench, String token, String read, long postings, long members) {
        HttpLoad load = new HttpLoad(bench.httpPort(), () -> request(token, read, members), 200);
        load.warmUp(CLIENTS, postings == BOOKS.getFirst() ? WARM_UP : WARM_UP_AGAIN);
        double best = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            Figures figures = load.run(CLIENTS, ROUND);
            best = Math.max(best, figures.perSecond());
            bench.say(
                    "points-service, %s, %,d postings, %d clients, round %d: %,.0f a second, p50 %.2f ms, p99 %.2f ms",
                    read, postings, CLIENTS, round, figures.perSecond(), figures.p50Millis(), figures.p99Millis());
        }
        double tps = bench.referenceOnSame(Script.of("read-" + read), Map.of("members", members))
                .transactionsPerSecond(CLIENTS);
        bench.say(
                "pgbench, the same statements, %,d postings, %d clients: %,.0f a second, %.2f ms each; HTTP reaches %.2f of that",
                postings, CLIENTS, tps, CLIENTS * 1e3 / tps, best / tps);
    }

    private static void explain(BenchEnvironment bench, String read, long member) throws SQLException {
        bench.say("how the database reads a %s:", read);
        for (String query :
                Script.of("read-" + read).statements(Map.of("member", member, "through", (long) POSTINGS_PER_MEMBER))) {
            bench.query("explain (analyze, buffers) " + query).forEach(line -> bench.say("  %s", line));
        }
    }

    private static String request(String token, String read, long members) {
        long member = ThreadLocalRandom.current().nextLong(1, members + 1);
        return "GET /api/points/v1/members/" + BenchMember.id(member) + "/" + read
                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n";
    }
}
