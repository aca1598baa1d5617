package dev.lodestone.platform.sql;

import dev.lodestone.events.MemberId;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a row that have a type of ours; the counterpart of {@link Columns}. */
public final class Rows {
    private Rows() {}

    /** The instant in a column that is never null. */
    public static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    /** As {@link #instant(Row, String)}, by the position of the column, from 0. */
    public static Instant instant(Row row, int column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    public static @Nullable Instant instantOrNull(Row row, String column) {
        return instant(row.getOffsetDateTime(column));
    }

    /** As {@link #instantOrNull(Row, String)}, by the position of the column, from 0. */
    public static @Nullable Instant instantOrNull(Row row, int column) {
        return instant(row.getOffsetDateTime(column));
    }

    public static MemberId member(Row row, String column) {
        return new MemberId(row.getUUID(column));
    }

    /** As {@link #member(Row, String)}, by the position of the column, from 0. */
    public static MemberId member(Row row, int column) {
        return new MemberId(row.getUUID(column));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
