package dev.lodestone.platform.inbox;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Recognizes outages, which end without a change of the service, among all failures. */
final class Outages {
    /** Classes of SQLSTATE: connection, transaction rolled back, resources, operator's intervention, the system. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");
    /** Lock time-out, and transactions that were idle or lasted too long. */
    private static final Set<String> STATES = Set.of("55P03", "25P03", "25P04");

    private static final Set<String> TIMEOUTS = Set.of("55P03", "57014", "25P04");

    private Outages() {}

    /** Whether the database or the connection to it is unavailable; this is no failure of a record. */
    static boolean is(Throwable failure) {
        return switch (failure) {
            case DatabaseAwayException ignored -> true;
            case PgException database -> is(database.getSqlState());
            case IOException ignored -> true;
            case TimeoutException ignored -> true;
            case io.smallrye.mutiny.TimeoutException ignored -> true;
            case VertxException ignored -> true;
            default -> false;
        };
    }

    /** Whether the database gave up because the work took too long; a smaller batch may succeed. */
    static boolean isTimeout(Throwable failure) {
        return failure instanceof PgException database
                && database.getSqlState() != null
                && TIMEOUTS.contains(database.getSqlState());
    }

    private static boolean is(String state) {
        return state != null
                && (state.length() == 5 && CLASSES.contains(state.substring(0, 2)) || STATES.contains(state));
    }
}
