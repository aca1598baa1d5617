package dev.lodestone.tier;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A brand that lets no tier set into force, and no level above ADVANCED be given, without a second operator. */
public final class CautiousBrandProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "lodestone.tier.tier-sets.approval-required", "true",
                "lodestone.tier.awards.alone-up-to", "ADVANCED");
    }
}
