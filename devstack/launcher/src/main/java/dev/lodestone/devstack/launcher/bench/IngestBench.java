package dev.lodestone.devstack.launcher.bench;

import dev.lodestone.devstack.launcher.Home;
import dev.lodestone.devstack.launcher.Ports;
import dev.lodestone.devstack.launcher.Service;
import dev.lodestone.devstack.launcher.Suite;
import dev.lodestone.devstack.launcher.SuiteSettings;
import dev.lodestone.devstack.launcher.Timeline;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;

/**
 * How many orders a second go from the topic {@code orders} through points-service, posted and committed, to the topic {@code points};
 * beside pgbench writing the same rows as single transactions into a copy of the same database, with fsync on for both.
 */
public final class IngestBench {
    private static final int PORT_OFFSET = 30_000;
    private static final int WARM_UP = 40_000;
    private static final int ROUND = 100_000;
    private static final int ROUNDS = 3;

    private final Path root;
    private final PrintStream out;

    public IngestBench(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    public void run() throws SQLException {
        Path data = root.resolve(".lodestone/bench");
        Ports ports = new Ports(PORT_OFFSET);
        SuiteSettings settings = SuiteSettings.onlyService(new Home(root, data), ports, Service.POINTS);
        try (Suite suite = Suite.start(settings, new Timeline(out))) {
            publishRule(ports);
            double best = ingest(ports);
            suite.kill("points");
            reference(ports, data, best);
        }
    }

    private double ingest(Ports ports) {
        double best = 0;
        try (OrderLoad load = new OrderLoad(ports.kafkaBootstrapServers())) {
            say("warm-up of %,d orders", WARM_UP);
            load.run(WARM_UP);
            for (int round = 1; round <= ROUNDS; round++) {
                Duration taken = load.run(ROUND);
                double perSecond = ROUND * 1e9 / taken.toNanos();
                best = Math.max(best, perSecond);
                say(
                        "points-service, round %d: %,d orders in %.1f s = %,.0f a second",
                        round, ROUND, taken.toNanos() / 1e9, perSecond);
            }
        }
        return best;
    }

    private void reference(Ports ports, Path data, double best) throws SQLException {
        try (Connection admin = connect(ports, "postgres");
                Statement statement = admin.createStatement()) {
            statement.execute("create database reference template points");
        }
        Pgbench pgbench = new Pgbench(ports.postgresql(), "reference", "/bench/ingest.sql", data);
        for (int clients : new int[] {1, 8, 32}) {
            double tps = pgbench.transactionsPerSecond(clients);
            say(
                    "pgbench, the same rows, one transaction each, %d clients: %,.0f a second; ingestion is %.1f times that",
                    clients, tps, best / tps);
        }
    }

    /** Written straight into the database: nobody logs in here. */
    private static void publishRule(Ports ports) throws SQLException {
        try (Connection connection = connect(ports, "points");
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into earning_rule (code, version, fact_type, award, points, per_amount_minor, currency, status, effective_from,
                                              drafted_by, drafted_at, published_by, published_at)
                    values ('spend-cny', 1, 'brand.order.completed.v1', 'PER_AMOUNT', 1, 100, 'CNY', 'PUBLISHED', '1970-01-01',
                            'bench', now(), 'bench', now())
                    """);
        }
    }

    private static Connection connect(Ports ports, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + ports.postgresql() + "/" + database, "postgres", "postgres");
    }

    private void say(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
    }
}
