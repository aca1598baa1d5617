package dev.lodestone.platform.sql;

import dev.lodestone.events.MemberId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into one array a column, for statements that read {@code unnest($1::uuid[], $2::text[], …)}: many rows in one round trip, and
 * none for no rows. The arrays are in the order of the calls.
 */
public final class Columns<R> {
    private final List<R> rows;
    private final Tuple tuple = Tuple.tuple();

    private Columns(List<R> rows) {
        this.rows = rows;
    }

    public static <R> Columns<R> of(Collection<R> rows) {
        return new Columns<>(List.copyOf(rows));
    }

    public Columns<R> members(Function<R, MemberId> value) {
        return uuids(row -> value.apply(row).value());
    }

    public Columns<R> uuids(Function<R, @Nullable UUID> value) {
        tuple.addArrayOfUUID(array(value, UUID[]::new));
        return this;
    }

    public Columns<R> texts(Function<R, @Nullable String> value) {
        tuple.addArrayOfString(array(value, String[]::new));
        return this;
    }

    public Columns<R> longs(Function<R, @Nullable Long> value) {
        tuple.addArrayOfLong(array(value, Long[]::new));
        return this;
    }

    public Columns<R> integers(Function<R, @Nullable Integer> value) {
        tuple.addArrayOfInteger(array(value, Integer[]::new));
        return this;
    }

    public Columns<R> booleans(Function<R, @Nullable Boolean> value) {
        tuple.addArrayOfBoolean(array(value, Boolean[]::new));
        return this;
    }

    public Columns<R> instants(Function<R, @Nullable Instant> value) {
        tuple.addArrayOfOffsetDateTime(array(row -> utc(value.apply(row)), OffsetDateTime[]::new));
        return this;
    }

    public Columns<R> dates(Function<R, @Nullable LocalDate> value) {
        tuple.addArrayOfLocalDate(array(value, LocalDate[]::new));
        return this;
    }

    public Columns<R> bytes(Function<R, byte @Nullable []> value) {
        tuple.addValue(array(row -> buffer(value.apply(row)), Buffer[]::new));
        return this;
    }

    /** Adds a single value behind the arrays, the same for all rows; an instant gets the form of the SQL client. */
    public Columns<R> value(@Nullable Object value) {
        tuple.addValue(value instanceof Instant instant ? utc(instant) : value);
        return this;
    }

    /** Runs {@code statement} with the arrays and values as its parameters; without rows there is nothing to do. */
    public Uni<Void> execute(SqlConnection connection, String statement) {
        return query(connection, statement).replaceWithVoid();
    }

    /** As {@link #execute}, for a statement that returns rows; without rows there is nothing to ask for. */
    public Uni<List<Row>> query(SqlConnection connection, String statement) {
        return rows.isEmpty()
                ? Uni.createFrom().item(List.of())
                : connection
                        .preparedQuery(statement)
                        .execute(tuple)
                        .map(found -> found.stream().toList());
    }

    /** The arrays and values as the parameters of a statement. */
    public Tuple tuple() {
        return tuple;
    }

    /** {@code instant} in the form of the SQL client. */
    public static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    private <T> T[] array(Function<R, @Nullable T> value, IntFunction<T[]> array) {
        T[] column = array.apply(rows.size());
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(rows.get(i));
        }
        return column;
    }
}
