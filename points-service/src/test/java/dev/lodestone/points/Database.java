package dev.lodestone.points;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Direct access to the service's database for tests. */
public final class Database {
    private Database() {}

    /** The rows of {@code query}, each as a list of its column values. */
    public static List<List<Object>> rows(DataSource source, String query, Object... values) {
        try (Connection connection = source.getConnection();
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

    public static int update(DataSource source, String update, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = prepare(connection, update, values)) {
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
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
