package dev.lodestone.points.ledger.balance;

import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads instants from request parameters. */
public final class InstantParam {
    /** The format of RFC 3339. Its four-digit years fit into the database. */
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    private InstantParam() {}

    /**
     * Parses {@code text}; returns {@code null} if the parameter {@code name} was left out.
     *
     * @throws ProblemException 400 {@code invalid-request}
     */
    public static @Nullable Instant read(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            if (RFC_3339.matcher(text).matches()) {
                return OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeException ignored) {
            // A date that does not exist, such as 31 February, gets the same answer as malformed text.
        }
        throw new ProblemException(
                PlatformProblems.INVALID_REQUEST,
                name + " must be an instant such as 2026-01-31T00:00:00Z or 2026-01-31T08:00:00%2B08:00");
    }
}
