package dev.lodestone.tier;

import static dev.lodestone.testkit.Api.as;
import static dev.lodestone.testkit.Api.json;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tier sets as operators edit them over HTTP. */
public final class TierSets {
    public static final String PATH = "/api/tier/v1/tier-sets";

    private TierSets() {}

    /** A set whose levels ask for growth by spending and activity, for good, and are lost at once. */
    public static Map<String, Object> ladder(long advanced, long premium) {
        return Map.of(
                "zone", "UTC",
                "criteria",
                        List.of(Map.of(
                                "code",
                                "growth",
                                "sources",
                                List.of(Map.of("kind", "SPEND", "growth", 1), Map.of("kind", "ACTIVITY", "growth", 1)),
                                "window",
                                "LIFETIME")),
                "levels",
                        List.of(
                                level("BASIC", "普通", Map.of()),
                                level("ADVANCED", "高级", Map.of("growth", advanced)),
                                level("PREMIUM", "尊享", Map.of("growth", premium))),
                "keeping", Map.of("assessed", "AT_ONCE", "target", "EARNED"));
    }

    public static Map<String, Object> level(String code, String zh, Map<String, Object> atLeast) {
        return Map.of(
                "code", code,
                "name",
                        Map.of(
                                "zh",
                                zh,
                                "en",
                                code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT)),
                "entry", Map.of("match", "ALL", "atLeast", atLeast));
    }

    public static Response draft(String token, int version, Object definition) {
        return as(token).body(definition).put(version(version));
    }

    public static Response publish(String token, int version, Instant effectiveFrom) {
        return as(token).body(Map.of("effectiveFrom", effectiveFrom.toString())).put(version(version) + "/publication");
    }

    public static Response approve(String token, int version, String hash) {
        return as(token).body(Map.of("contentHash", hash)).put(version(version) + "/approval");
    }

    public static Response rollBack(String token, int version, int to, Instant effectiveFrom) {
        return as(token)
                .body(Map.of("to", to, "effectiveFrom", effectiveFrom.toString()))
                .put(version(version) + "/rollback");
    }

    public static JsonPath versions(String token) {
        return json(as(token).get(PATH + "/main/versions"), 200);
    }

    public static String version(int version) {
        return PATH + "/main/versions/" + version;
    }
}
