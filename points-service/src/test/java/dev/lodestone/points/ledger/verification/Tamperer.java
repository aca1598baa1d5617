package dev.lodestone.points.ledger.verification;

import dev.lodestone.testkit.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** An attacker with all rights on the database who bypasses every trigger; {@link #close} restores the rows. */
public final class Tamperer implements AutoCloseable {
    private record Kept(String table, String rows, String copy) {}

    private final Connection connection;
    private final List<Kept> kept = new ArrayList<>();

    public Tamperer() throws SQLException {
        this.connection = Database.asOwner();
        does("set session_replication_role = replica");
    }

    /** Remembers the rows of {@code table} that fulfil {@code rows}; {@link #close} restores exactly these. */
    public Tamperer keep(String table, String rows) throws SQLException {
        Kept copy = new Kept(table, rows, "kept_" + kept.size());
        does("create temporary table " + copy.copy() + " as select * from " + table + " where " + rows);
        kept.add(copy);
        return this;
    }

    public void does(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public void does(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.setAutoCommit(false);
        for (Kept copy : kept) {
            does("delete from " + copy.table() + " where " + copy.rows());
            does("insert into " + copy.table() + " overriding system value select * from " + copy.copy());
        }
        connection.commit();
        connection.close();
    }
}
