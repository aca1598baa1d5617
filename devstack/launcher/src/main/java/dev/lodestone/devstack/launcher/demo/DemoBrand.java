package dev.lodestone.devstack.launcher.demo;

import dev.lodestone.devstack.launcher.Ports;
import java.util.Map;

/**
 * The rules, the reward and the circle that a newcomer finds. The operator of the demo brand writes them over HTTP as any operator does;
 * doing so again changes nothing.
 */
public final class DemoBrand {
    /** Before every fact that a replay may bring. */
    private static final String ALWAYS = "1970-01-01T00:00:00Z";

    private DemoBrand() {}

    /** Writes the demo brand through the gateway. */
    public static void introduce(Ports ports) {
        GatewayClient operator = GatewayClient.login(ports, "olivia");
        publish(operator, "spend-cny", spend("CNY"));
        publish(operator, "spend-usd", spend("USD"));
        publish(
                operator,
                "check-in",
                rule("dev.lodestone.challenges.checkedin.v1", Map.of("kind", "FIXED", "points", 5)));
        publish(
                operator,
                "welcome-back",
                rule("dev.lodestone.campaigns.offeraccepted.v1", Map.of("kind", "AS_OFFERED", "pointsMax", 1_000)));
        operator.put("/api/points/v1/rewards/noodle-voucher", Map.of("name", "A bowl of noodles", "cost", 100))
                .orFail();
        operator.post(
                        "/api/community/v1/circles",
                        "demo-circle",
                        Map.of(
                                "code",
                                "noodle-lovers",
                                "name",
                                "Noodle lovers",
                                "description",
                                "Bowls, shops, recipes"))
                .orFail();
    }

    private static Map<String, Object> spend(String currency) {
        return rule(
                "brand.order.completed.v1",
                Map.of("kind", "PER_AMOUNT", "points", 1, "perAmountMinor", 100, "currency", currency));
    }

    private static Map<String, Object> rule(String factType, Map<String, Object> award) {
        return Map.of("factType", factType, "award", award);
    }

    private static void publish(GatewayClient operator, String code, Map<String, Object> rule) {
        String path = "/api/points/v1/earning-rules/" + code + "/versions/1";
        operator.put(path, rule).orFail();
        operator.put(path + "/publication", Map.of("effectiveFrom", ALWAYS)).orFail();
    }
}
