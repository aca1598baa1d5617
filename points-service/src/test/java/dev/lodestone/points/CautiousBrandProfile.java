package dev.lodestone.points;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A brand that lets no rule into force without a second person, and no redemption wait for another. */
public final class CautiousBrandProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "lodestone.points.rule-set.approval-required", "true",
                "lodestone.points.redemption.waiting-max", "0");
    }
}
