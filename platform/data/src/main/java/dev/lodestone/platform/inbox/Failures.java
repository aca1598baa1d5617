package dev.lodestone.platform.inbox;

import dev.lodestone.platform.problem.ProblemException;
import io.vertx.pgclient.PgException;

/** Tells failures that the same event will always have from those that pass. */
final class Failures {
    private Failures() {}

    /** Whether trying again cannot help: the event breaks a rule, or a constraint of the database. */
    static boolean permanent(Throwable failure) {
        return switch (failure) {
            case ProblemException ignored -> true;
            case IllegalArgumentException ignored -> true;
            case ArithmeticException ignored -> true;
            case NullPointerException ignored -> true;
            case ClassCastException ignored -> true;
            case PgException database -> constraint(database);
            default -> false;
        };
    }

    /** SQLSTATE classes 22 (data exception) and 23 (integrity constraint violation). */
    private static boolean constraint(PgException failure) {
        String state = failure.getSqlState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    /** For people who read dead letters. */
    static String reason(Throwable failure) {
        return failure instanceof PgException database
                ? "refused by the database: " + database.getErrorMessage()
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
