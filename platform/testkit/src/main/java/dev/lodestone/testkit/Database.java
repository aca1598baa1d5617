package dev.lodestone.testkit;

import io.quarkus.arc.Arc;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The database of the service under test, for what no caller is shown. Statements run as the service's own role, which may only do what the
 * service does; a test that makes a trigger, truncates a table or tampers needs {@link #asOwner}.
 */
public final class Database {
    private Database() {}

    /** The rows of {@code query}, each as a list of its column values. */
    public static List<List<Object>> rows(String query, Object... values) {
        try (Connection connection = asService();
                PreparedStatement statement = prepare(connection, query, values);
                ResultSet result = statement.executeQuery()) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first column of all rows, as PostgreSQL writes it. */
    public static List<String> texts(String query, Object... values) {
        try (Connection connection = asService();
                PreparedStatement statement = prepare(connection, query, values);
                ResultSet result = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first column of the first row; {@code null} if there is no row. */
    public static @Nullable String text(String query, Object... values) {
        List<String> texts = texts(query, values);
        return texts.isEmpty() ? null : texts.getFirst();
    }

    /** The first column of the first row, such as a count. */
    public static long number(String query, Object... values) {
        return Long.parseLong(texts(query, values).getFirst());
    }

    /** Runs a statement that changes rows; returns how many. */
    public static int update(String statement, Object... values) {
        try (Connection connection = asService();
                PreparedStatement prepared = prepare(connection, statement, values)) {
            return prepared.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A connection of the service's pool, as the service's role. The caller closes it. */
    public static Connection asService() throws SQLException {
        return Arc.container().instance(DataSource.class).get().getConnection();
    }

    /** A new connection as the owner of the tables. The caller closes it. */
    public static Connection asOwner() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }

    private static PreparedStatement prepare(Connection connection, String query, Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
