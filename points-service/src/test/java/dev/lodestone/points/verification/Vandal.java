package dev.lodestone.points.verification;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Somebody with all rights on the database, who puts everything back in the end. */
final class Vandal implements AutoCloseable {
    private final Connection connection;
    private final String table;
    private final String trigger;
    private final String rows;

    /** @param rows a condition: those rows of {@code table} are put back by {@link #close} as they are now */
    Vandal(String table, String trigger, String rows) throws SQLException {
        Config config = ConfigProvider.getConfig();
        this.connection = DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
        this.table = table;
        this.trigger = trigger;
        this.rows = rows;
        execute("create temporary table kept as select * from " + table + " where " + rows);
    }

    /** Runs {@code statement} past the trigger that would refuse it. */
    void does(String statement) throws SQLException {
        connection.setAutoCommit(false);
        execute("alter table " + table + " disable trigger " + trigger);
        execute(statement);
        execute("alter table " + table + " enable trigger " + trigger);
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        does("with gone as (delete from " + table + " where " + rows + ") select 1");
        does("insert into " + table + " select * from kept");
        connection.close();
    }
}
