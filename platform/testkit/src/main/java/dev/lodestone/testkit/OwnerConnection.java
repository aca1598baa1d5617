package dev.lodestone.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Connections to the database of the service under test as the owner of its tables. The service's own role may only do what the service does;
 * a test that makes a trigger, truncates a table or tampers needs this one.
 */
public final class OwnerConnection {
    private OwnerConnection() {}

    /** A new connection, which the caller closes. */
    public static Connection open() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }
}
