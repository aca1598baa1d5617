package dev.lodestone.points;

import static dev.lodestone.testkit.Api.as;
import static dev.lodestone.testkit.Api.once;
import static dev.lodestone.testkit.Api.read;
import static org.awaitility.Awaitility.await;

import dev.lodestone.testkit.Tokens;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The paths and bodies of the service's API, for {@link dev.lodestone.testkit.Api}. */
public final class PointsApi {
    private PointsApi() {}

    public static long balance(String subject) {
        return read(Tokens.member(subject), "/api/points/v1/me/balance").getLong("balance");
    }

    public static void awaitBalance(String subject, long expected) {
        await("balance of " + subject)
                .atMost(Duration.ofSeconds(20))
                .until(() -> balance(subject), balance -> balance == expected);
    }

    public static void publishSpendRule(String code, int version, long points, String currency, String effectiveFrom) {
        publish(
                code,
                version,
                rule("brand.order.completed.v1", perAmount(points, 100, currency), "expiry", days("AFTER_DAYS", 365)),
                effectiveFrom);
    }

    /** The JSON of a rule definition; {@code more} are further members as name, value, name, value. */
    public static Map<String, Object> rule(String factType, Map<String, Object> award, Object... more) {
        Map<String, Object> rule = new HashMap<>(Map.of("factType", factType, "award", award));
        for (int i = 0; i < more.length; i += 2) {
            rule.put((String) more[i], more[i + 1]);
        }
        return rule;
    }

    public static Map<String, Object> perAmount(long points, long perAmountMinor, String currency) {
        return Map.of("kind", "PER_AMOUNT", "points", points, "perAmountMinor", perAmountMinor, "currency", currency);
    }

    public static Map<String, Object> fixed(long points) {
        return Map.of("kind", "FIXED", "points", points);
    }

    public static Map<String, Object> days(String policy, int count) {
        return Map.of("policy", policy, "count", count);
    }

    public static void publish(String code, int version, Map<String, Object> rule, String effectiveFrom) {
        String path = "/api/points/v1/earning-rules/" + code + "/versions/" + version;
        as(Tokens.operator()).body(rule).put(path).then().statusCode(200);
        as(Tokens.operator())
                .body(Map.of("effectiveFrom", effectiveFrom))
                .put(path + "/publication")
                .then()
                .statusCode(200);
    }

    public static void putReward(String code, long cost, @Nullable Long stock) {
        Map<String, Object> reward = new HashMap<>(Map.of("name", "Voucher " + code, "cost", cost));
        reward.put("stock", stock);
        as(Tokens.operator())
                .body(reward)
                .put("/api/points/v1/rewards/" + code)
                .then()
                .statusCode(200);
    }

    public static ValidatableResponse redeem(String subject, String key, String rewardCode) {
        return as(Tokens.member(subject))
                .header("Idempotency-Key", key)
                .body(Map.of("rewardCode", rewardCode))
                .post("/api/points/v1/redemptions")
                .then();
    }

    /** A POST by an operator for a member, with a new idempotency key. */
    public static ValidatableResponse post(String subject, String path, Map<String, ?> body) {
        return once(Tokens.operator())
                .body(body)
                .post("/api/points/v1/members/" + Tokens.reference(subject) + path)
                .then();
    }

    /** Grants {@code amount} of an asset without expiry; returns the id of the posting. */
    public static String grant(String subject, String asset, long amount) {
        return post(subject, "/postings", posting("ISSUED", asset, "AVAILABLE", asset, amount))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    public static Map<String, Object> posting(
            String fromAccount, String fromAsset, String toAccount, String toAsset, Object amount) {
        return Map.of(
                "from",
                Map.of("account", fromAccount, "asset", fromAsset),
                "to",
                Map.of("account", toAccount, "asset", toAsset),
                "amount",
                amount,
                "note",
                "goodwill");
    }

    public static long imbalance() {
        return read(Tokens.operator(), "/api/points/v1/ledger/summary").getLong("imbalance");
    }
}
