package dev.lodestone.devstack.launcher.bench;

import dev.lodestone.devstack.launcher.Home;
import dev.lodestone.devstack.launcher.Ports;
import dev.lodestone.devstack.launcher.Service;
import dev.lodestone.devstack.launcher.Suite;
import dev.lodestone.devstack.launcher.SuiteSettings;
import dev.lodestone.devstack.launcher.Timeline;
import dev.lodestone.events.MemberId;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * How many due lots a second are swept, and what that does to orders of the very members whose lots are swept. The service is killed half
 * way and started again; in the end each lot must have lapsed exactly once.
 */
public final class SweepBench {
    private static final int PORT_OFFSET = 32_000;
    private static final int MEMBERS = 200_000;
    private static final int LOTS_EACH = 5;
    private static final long LOTS = (long) MEMBERS * LOTS_EACH;
    private static final int ORDERS_PER_SECOND = 500;
    private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final Path root;
    private final PrintStream out;

    public SweepBench(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    public void run() throws SQLException {
        Ports ports = new Ports(PORT_OFFSET);
        Home home = new Home(root, root.resolve(".lodestone/bench-sweep"));
        SuiteSettings settings = SuiteSettings.onlyService(home, ports, Service.POINTS);
        try (Suite suite = Suite.start(settings, new Timeline(out));
                Connection database = connect(ports);
                PacedOrders orders = new PacedOrders(ports.kafkaBootstrapServers(), ORDERS_PER_SECOND, MEMBERS)) {
            execute(database, "/bench/sweep-rule.sql");
            orders.run(during(WARM_UP_NANOS));
            report("orders without a sweep", orders.run(during(IDLE_NANOS)));
            seed(database);
            sweep(database, orders, 0, LOTS / 2);
            suite.kill("points");
            long left = due(database);
            suite.restart("points");
            say("killed half way, %,d lots left, and started again", left);
            sweep(database, orders, LOTS - left, LOTS);
            judge(database);
        }
    }

    /** Sweeps until {@code to} lots are done, while orders come in. */
    private void sweep(Connection database, PacedOrders orders, long from, long to) {
        long start = System.nanoTime();
        long[] looked = {start};
        boolean[] done = {false};
        PacedOrders.Latency latency = orders.run(() -> {
            if (System.nanoTime() - looked[0] > 500_000_000L) {
                done[0] = due(database) <= LOTS - to;
                looked[0] = System.nanoTime();
            }
            return !done[0];
        });
        double seconds = (looked[0] - start) / 1e9;
        say("swept %,d lots in %.1f s = %,.0f a second", to - from, seconds, (to - from) / seconds);
        report("orders during the sweep", latency);
    }

    private void seed(Connection database) throws SQLException {
        say("making %,d lots of %,d members that are due", LOTS, MEMBERS);
        UUID[] members = IntStream.range(0, MEMBERS)
                .mapToObj(n -> MemberId.of("bench:" + n).value())
                .toArray(UUID[]::new);
        database.setAutoCommit(false);
        try (PreparedStatement statement =
                database.prepareStatement("create temporary table seeded as select unnest(?::uuid[]) as member_id")) {
            statement.setArray(1, database.createArrayOf("uuid", members));
            statement.execute();
        }
        execute(database, "/bench/sweep.sql");
        database.commit();
        database.setAutoCommit(true);
    }

    private void judge(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("""
                        select count(*) filter (where kind = 'EXPIRED'), count(distinct cause_id) filter (where kind = 'EXPIRED'),
                               (select sum(credits - debits + pending + held) from account)
                               + (select sum(credits - debits) from program_account)
                        from posting
                        """)) {
            row.next();
            say("%,d postings of %,d lots; the book is off by %d", row.getLong(1), row.getLong(2), row.getLong(3));
            if (row.getLong(1) != LOTS || row.getLong(2) != LOTS || row.getLong(3) != 0) {
                throw new IllegalStateException("each lot must lapse exactly once, and the book must add up");
            }
        }
    }

    private static long due(Connection database) {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from lot where remaining > 0 and expires_at <= now() - interval '1 hour'")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void report(String what, PacedOrders.Latency latency) {
        say(
                "%s, %d a second: %,d orders, half within %.0f ms, 99 %% within %.0f ms, all within %.0f ms",
                what, ORDERS_PER_SECOND, latency.orders(), latency.p50(), latency.p99(), latency.max());
    }

    private static BooleanSupplier during(long nanos) {
        long end = System.nanoTime() + nanos;
        return () -> System.nanoTime() < end;
    }

    private static void execute(Connection database, String resource) throws SQLException {
        try (InputStream in = SweepBench.class.getResourceAsStream(resource);
                Statement statement = database.createStatement()) {
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Connection connect(Ports ports) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + ports.postgresql() + "/points", "postgres", "postgres");
    }

    private void say(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
    }
}
