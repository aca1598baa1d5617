package dev.lodestone.devstack.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A real PostgreSQL server that this JVM starts and owns until {@link #close()}.
 *
 * <p>The server outlives a JVM that gets an end signal. The caller therefore registers a shutdown hook, before the
 * start and in the right order with other things to stop, that calls {@link Postmaster#stop}.
 */
public final class EmbeddedPostgresql implements AutoCloseable {

    /** Owns everything and runs migrations. Connections from this machine are trusted, so any password is accepted. */
    public static final String USER = "postgres";

    public static final String PASSWORD = "postgres";

    /** The role of the services: it owns nothing, and migrations grant it what it needs. */
    public static final String APPLICATION_USER = "lodestone";

    public static final String APPLICATION_PASSWORD = "lodestone";

    private static final String CREATE_APPLICATION_USER = """
            do $$ begin
                if not exists (select from pg_roles where rolname = 'lodestone') then
                    create role lodestone login password 'lodestone';
                end if;
            end $$
            """;

    private static final Duration STARTUP_MAX = Duration.ofSeconds(90);
    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    /** What the server does with a commit. */
    public enum Durability {
        /** A commit is on the disk before it is answered: for data that must be kept. */
        DURABLE,
        /** Nothing is forced to the disk: for data of tests. */
        FAST
    }

    private final EmbeddedPostgres server;
    private final Path folder;
    private boolean closed;

    private EmbeddedPostgresql(EmbeddedPostgres server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /**
     * Starts a server and returns when it answers.
     *
     * @param folder where its data is kept; a new cluster is made when it is empty
     * @param port the port on 127.0.0.1, or 0 for any free one
     * @throws IOException when the server does not start within its bound
     */
    public static EmbeddedPostgresql open(Path folder, int port, Durability durability) throws IOException {
        String commit = durability == Durability.DURABLE ? "on" : "off";
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPort(FreePort.orFind(port))
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP_MAX)
                .setServerConfig("fsync", commit)
                .setServerConfig("full_page_writes", commit)
                .setServerConfig("synchronous_commit", commit)
                .setServerConfig("max_connections", "200")
                // In the data's folder log, one file for each day of the week.
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_filename", "postgresql-%a.log")
                .setServerConfig("log_truncate_on_rotation", "on")
                // The same sort order on every machine, whatever its locale.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .start();
        return new EmbeddedPostgresql(server, folder);
    }

    public int port() {
        return server.getPort();
    }

    /** Makes the database, and the user of services, unless they exist; calling again changes nothing. */
    public void createDatabase(String name) throws SQLException {
        if (!DATABASE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A database name is lower-case letters, digits and underscores, at most 63: " + name);
        }
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            createApplicationUser(connection);
            if (!exists(connection, name)) {
                create(connection, name);
            }
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    public String reactiveUrl(String database) {
        return "postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /**
     * Stops the server and waits for its process to end, cutting off its clients. Closing twice does nothing; a second
     * caller waits for the first.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.close();
        } catch (IOException e) {
            System.err.println("PostgreSQL did not stop in good order: " + e.getMessage());
        }
        Postmaster.stop(folder);
    }

    /** Ends the server as a crash would, with signal 9 for each of its processes. Its data can be opened again, on the same port too. */
    public synchronized void kill() {
        Postmaster.kill(folder);
        // Frees the lock on the folder, which this JVM holds.
        close();
    }

    private static void createApplicationUser(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE_APPLICATION_USER);
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void create(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // A name cannot be a parameter; the pattern above keeps it harmless.
            statement.execute("create database " + name);
        }
    }
}
