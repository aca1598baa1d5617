package dev.lodestone.community;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Queries the service's database directly, for example to recount its counters. */
@Singleton
public class Database {
    private final AgroalDataSource source;

    Database(AgroalDataSource source) {
        this.source = source;
    }

    public long count(String query, Object... values) {
        return ((Number) value(query, values)).longValue();
    }

    public String text(String query, Object... values) {
        Object value = value(query, values);
        return value == null ? null : value.toString();
    }

    /** The first column of the first row, or {@code null} if there is none. */
    private Object value(String query, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getObject(1) : null;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
