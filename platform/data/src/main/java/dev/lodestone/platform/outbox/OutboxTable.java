package dev.lodestone.platform.outbox;

import dev.lodestone.platform.sql.AdvisoryLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The relay's side of the outbox table, on one connection that may hold the lock of the only relay.
 *
 * <p>The connection never scans the whole table: it is empty whenever the database counts its rows, and full soon after; a plan made for
 * the empty one would sort all rows for each batch. Nor does it wait for the disk: what was sent and comes back after a crash is sent
 * again, and the disk belongs to those who write effects.
 */
final class OutboxTable implements AutoCloseable {
    private static final long LOCK = AdvisoryLock.OUTBOX_RELAY.number();

    /** Deletes by {@code ctid}: only the relay changes a written row, and there is no join that could get a bad plan. */
    private static final String TAKE = """
            with taken as (delete from outbox
                           where ctid = any(array(select ctid
                                                  from (select ctid, sum(octet_length(payload)) over (order by seq) - octet_length(payload) as before
                                                        from (select ctid, seq, payload from outbox where aggregatetype <> all(?) order by seq limit ?) as first) as sized
                                                  where before < ?))
                           returning *)
            select id, aggregatetype, aggregateid, type, payload, traceparent, reason, origin, seq from taken order by seq
            """;

    /** Bytes of payload held in memory at once; a single row may be larger. */
    private static final long BATCH_BYTES_MAX = 16L * 1024 * 1024;

    private static final String QUARANTINE = """
            insert into outbox_quarantine (id, aggregatetype, aggregateid, type, payload, traceparent, reason, origin, refusal)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    /** Reads both ends of the index, because counting the rows of a long queue is slow. */
    private static final String BACKLOG = """
            select coalesce((select max(seq) from outbox) - oldest.seq + 1, 0), coalesce(extract(epoch from now() - oldest.created_at), 0)
            from (values (1)) as one left join lateral (select seq, created_at from outbox order by seq limit 1) as oldest on true
            """;

    /** An upper bound of the number of waiting rows, and the age of the oldest in seconds. */
    record Backlog(long rows, double oldestSeconds) {}

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
        set("statement_timeout", "'30s'");
        set("idle_in_transaction_session_timeout", "'60s'");
        this.take = connection.prepareStatement(TAKE);
    }

    /** Whether this connection holds the lock; tries to acquire it if not. */
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

    /**
     * The outcome of a batch.
     *
     * @param rows number of deleted rows
     * @param refused those of them that the broker rejected
     * @param hole why other rows of the batch stay, or {@code null} if none stays
     */
    record Relayed(
            int rows,
            List<OutboxSender.Refused> refused,
            @Nullable Exception hole) {}

    /**
     * Reads the next rows, sends them, and deletes them when all are answered; permanently rejected ones go to quarantine. If some are
     * not answered, it deletes the others at once, so that rows that have arrived are not sent again.
     *
     * @param waiting topics whose rows stay
     */
    Relayed relayBatch(OutboxSender sender, Set<String> waiting) throws Exception {
        List<Long> places = new ArrayList<>();
        List<OutboxRow> rows = next(waiting, places);
        OutboxSender.Sent sent = sender.send(rows);
        if (sent.hole() != null) {
            connection.rollback();
            forget(sent.settled().stream().mapToObj(places::get).toArray(Long[]::new));
        }
        quarantine(sent.refused());
        connection.commit();
        return new Relayed(sent.settled().cardinality(), sent.refused(), sent.hole());
    }

    private void forget(Long[] places) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement("delete from outbox where seq = any(?)")) {
            forget.setArray(1, connection.createArrayOf("bigint", places));
            forget.execute();
        }
    }

    Backlog backlog() throws SQLException {
        try (PreparedStatement backlog = connection.prepareStatement(BACKLOG);
                ResultSet result = backlog.executeQuery()) {
            result.next();
            Backlog measured = new Backlog(result.getLong(1), result.getDouble(2));
            connection.commit();
            return measured;
        }
    }

    private void quarantine(List<OutboxSender.Refused> refused) throws SQLException {
        if (refused.isEmpty()) {
            return;
        }
        try (PreparedStatement quarantine = connection.prepareStatement(QUARANTINE)) {
            for (OutboxSender.Refused one : refused) {
                OutboxRow row = one.row();
                quarantine.setObject(1, row.id());
                quarantine.setString(2, row.topic());
                quarantine.setString(3, row.key());
                quarantine.setString(4, row.type());
                quarantine.setBytes(5, row.payload());
                quarantine.setString(6, row.traceparent());
                quarantine.setString(7, row.reason());
                quarantine.setString(8, row.origin());
                quarantine.setString(9, one.refusal());
                quarantine.addBatch();
            }
            quarantine.executeBatch();
        }
    }

    /** Reads the next rows, and adds the {@code seq} of each to {@code places}. */
    private List<OutboxRow> next(Set<String> waiting, List<Long> places) throws SQLException {
        take.setArray(1, connection.createArrayOf("text", waiting.toArray()));
        take.setInt(2, batchSize);
        take.setLong(3, BATCH_BYTES_MAX);
        try (ResultSet result = take.executeQuery()) {
            List<OutboxRow> rows = new ArrayList<>();
            while (result.next()) {
                places.add(result.getLong(9));
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

    /** Rolls back rows that are read but not acknowledged, and releases the lock. */
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
        set("statement_timeout", "0");
        set("idle_in_transaction_session_timeout", "0");
    }

    private void set(String setting, String value) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("set " + setting + " = " + value)) {
            set.execute();
        }
        connection.commit();
    }
}
