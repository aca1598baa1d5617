package dev.lodestone.platform.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The relay's side of the outbox table, on one connection that may hold the lock of the only relay.
 *
 * <p>The connection never scans the whole table: it is empty whenever the database counts its rows, and full soon after; a plan made for
 * the empty one would sort all rows for each batch. Nor does it wait for the disk: what was sent and comes back after a crash is sent
 * again, and the disk belongs to those who write effects.
 */
final class OutboxTable implements AutoCloseable {
    /** Any number will do as long as no other advisory lock of the database has it. */
    private static final long LOCK = 4_206_901_000L;

    /** By the rows' places: nothing but the relay touches a row once it is written, and no join can be planned badly. */
    private static final String TAKE = """
            with taken as (delete from outbox where ctid = any(array(select ctid from outbox order by seq limit ?)) returning *)
            select id, aggregatetype, aggregateid, type, payload, traceparent, reason, origin from taken order by seq
            """;

    private final Connection connection;
    private final PreparedStatement take;
    private final int batchSize;
    private boolean leading;

    OutboxTable(Connection connection, int batchSize) throws SQLException {
        this.connection = connection;
        this.batchSize = batchSize;
        connection.setAutoCommit(false);
        set("enable_seqscan", "off");
        set("synchronous_commit", "off");
        this.take = connection.prepareStatement(TAKE);
    }

    /** Whether this connection holds the lock; tries to take it if not. */
    boolean lead() throws SQLException {
        if (!leading) {
            try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(" + LOCK + ")");
                    ResultSet result = lock.executeQuery()) {
                leading = result.next() && result.getBoolean(1);
            }
            connection.commit();
        }
        return leading;
    }

    /** Takes the next rows, sends them, and forgets them once all are acknowledged; returns how many. */
    int relayBatch(OutboxSender sender) throws Exception {
        List<OutboxRow> rows = next();
        sender.send(rows);
        connection.commit();
        return rows.size();
    }

    private List<OutboxRow> next() throws SQLException {
        take.setInt(1, batchSize);
        try (ResultSet result = take.executeQuery()) {
            List<OutboxRow> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(new OutboxRow(
                        result.getObject(1, UUID.class),
                        result.getString(2),
                        result.getString(3),
                        result.getString(4),
                        result.getBytes(5),
                        result.getString(6),
                        result.getString(7),
                        result.getString(8)));
            }
            return rows;
        }
    }

    /** Gives up what was taken but not acknowledged, and the lock. */
    @Override
    public void close() throws SQLException {
        connection.rollback();
        if (leading) {
            try (PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock(" + LOCK + ")")) {
                unlock.execute();
            }
            connection.commit();
        }
        take.close();
        set("enable_seqscan", "on");
        set("synchronous_commit", "on");
    }

    private void set(String setting, String value) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("set " + setting + " = " + value)) {
            set.execute();
        }
        connection.commit();
    }
}
