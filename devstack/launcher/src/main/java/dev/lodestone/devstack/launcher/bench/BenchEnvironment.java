package dev.lodestone.devstack.launcher.bench;

import dev.lodestone.devstack.embedded.EmbeddedPostgresql;
import dev.lodestone.devstack.launcher.Ports;
import dev.lodestone.devstack.launcher.Service;
import dev.lodestone.devstack.launcher.StateDirectory;
import dev.lodestone.devstack.launcher.Suite;
import dev.lodestone.devstack.launcher.SuiteSettings;
import dev.lodestone.devstack.launcher.Timeline;
import dev.lodestone.devstack.launcher.bench.load.TokenIssuer;
import dev.lodestone.devstack.launcher.demo.GatewayClient;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The environment of the measurements: points-service on a fresh database with durable commits, and an issuer whose tokens it accepts.
 * Closing it frees the disk; the logs stay.
 */
final class BenchEnvironment implements AutoCloseable {
    private static final int PORT_OFFSET = 30_000;
    private static final String DATABASE = "points";
    private static final String REFERENCE = "reference";

    private final StateDirectory stateDirectory;
    private final PrintStream out;
    private final TokenIssuer issuer = TokenIssuer.start();
    private final Suite suite;

    /**
     * Starts the services.
     *
     * @param services which ones to start
     * @param environment of the services, above what the launcher sets
     */
    BenchEnvironment(Path root, PrintStream out, Set<Service> services, Map<String, String> environment) {
        this.stateDirectory = new StateDirectory(root, root.resolve(".lodestone/bench"));
        this.out = out;
        SuiteSettings settings = SuiteSettings.onlyServices(stateDirectory, new Ports(PORT_OFFSET), services)
                .with(environment)
                .with(Map.of(
                        "QUARKUS_OIDC_AUTH_SERVER_URL",
                        issuer.url(),
                        "QUARKUS_OIDC_TOKEN_ISSUER",
                        issuer.url(),
                        // Its tokens name members by their ids.
                        "LODESTONE_SECURITY_MEMBER_CLAIM_TRUSTED",
                        "true"));
        try {
            this.suite = Suite.start(settings, new Timeline(out));
        } catch (RuntimeException failure) {
            issuer.close();
            throw failure;
        }
    }

    Ports ports() {
        return suite.ports();
    }

    TokenIssuer issuer() {
        return issuer;
    }

    /** A user of points-service with one capability. */
    GatewayClient client(String role) {
        return new GatewayClient(ports().url(Service.POINTS), issuer.sign("bench", role));
    }

    int httpPort() {
        return suite.ports().of(Service.POINTS);
    }

    int gatewayPort() {
        return suite.ports().of(Service.GATEWAY);
    }

    /** Kills it, as a crash would. */
    void stopService() {
        suite.kill(DATABASE);
    }

    void startService() {
        suite.restart(DATABASE);
    }

    /** Runs directly in the service's database, without a log-in. */
    void execute(String sql) throws SQLException {
        execute(DATABASE, sql);
    }

    /** The rows of a query with one column. */
    List<String> query(String sql) throws SQLException {
        try (Connection connection = connect(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    /** The reference on a copy of the database as it is now; the service must be stopped. */
    Pgbench referenceOnCopy(Script script) throws SQLException {
        execute("postgres", "create database " + REFERENCE + " template " + DATABASE);
        return new Pgbench(ports().postgresql(), REFERENCE, script, Map.of(), stateDirectory.data());
    }

    /** The reference on the very database, for what only reads. */
    Pgbench referenceOnSame(Script script, Map<String, Long> variables) {
        return new Pgbench(ports().postgresql(), DATABASE, script, variables, stateDirectory.data());
    }

    void say(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
    }

    @Override
    public void close() {
        suite.close();
        issuer.close();
        stateDirectory.deleteData();
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + ports().postgresql() + "/" + database,
                EmbeddedPostgresql.USER,
                EmbeddedPostgresql.PASSWORD);
    }
}
