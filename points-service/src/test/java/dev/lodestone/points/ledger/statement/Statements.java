package dev.lodestone.points.ledger.statement;

import static dev.lodestone.testkit.Api.as;

import dev.lodestone.events.points.PostingKind;
import dev.lodestone.points.ledger.account.LedgerAccount;
import dev.lodestone.testkit.Tokens;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Statements as members read them, and figures computed from their lines. */
public final class Statements {
    /** A line of a statement as far as a replay needs it. */
    public record Line(
            long version, PostingKind kind, long amount, long change, long balanceAfter, Instant at, Instant postedAt) {
        static Line of(Map<String, Object> json) {
            return new Line(
                    ((Number) json.get("accountVersion")).longValue(),
                    PostingKind.valueOf((String) json.get("kind")),
                    ((Number) json.get("amount")).longValue(),
                    ((Number) json.get("change")).longValue(),
                    ((Number) json.get("balanceAfter")).longValue(),
                    Instant.parse((String) json.get("occurredAt")),
                    Instant.parse((String) json.get("postedAt")));
        }

        long change(LedgerAccount place) {
            return (LedgerAccount.to(kind) == place ? amount : 0) - (LedgerAccount.from(kind) == place ? amount : 0);
        }
    }

    private Statements() {}

    public static JsonPath get(String subject, String path, Map<String, ?> query) {
        return as(Tokens.member(subject))
                .queryParams(query)
                .get("/api/points/v1/me/" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** All pages of the statement that {@code query} asks for, {@code limit} lines each. */
    public static List<JsonPath> pages(String subject, Map<String, ?> query, int limit) {
        List<JsonPath> pages = new ArrayList<>();
        String after = null;
        do {
            JsonPath page = get(subject, "statement", with(query, limit, after));
            pages.add(page);
            after = page.getString("next");
        } while (after != null);
        return pages;
    }

    /** All lines, oldest first. */
    public static List<Line> lines(String subject) {
        List<Line> lines = new ArrayList<>();
        pages(subject, Map.of(), 100).forEach(page -> lines.addAll(lines(page)));
        return lines.reversed();
    }

    public static List<Line> lines(JsonPath page) {
        return page.<Map<String, Object>>getList("items").stream().map(Line::of).toList();
    }

    /** The sum of the {@code wanted} lines in {@code place}. */
    public static long replay(List<Line> lines, LedgerAccount place, Predicate<Line> wanted) {
        return lines.stream()
                .filter(wanted)
                .mapToLong(line -> line.change(place))
                .sum();
    }

    private static Map<String, Object> with(Map<String, ?> query, int limit, @Nullable String after) {
        Map<String, Object> more = new HashMap<>(query);
        more.put("limit", limit);
        if (after != null) {
            more.put("after", after);
        }
        return more;
    }
}
