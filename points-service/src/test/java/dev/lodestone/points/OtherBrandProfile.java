package dev.lodestone.points;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A brand that decided otherwise: refunds may overdraw an account by 50. What is due is swept only by the tests, a few at a time. */
public final class OtherBrandProfile implements QuarkusTestProfile {
    public static final int BATCH = 7;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "lodestone.points.ledger.refund-floor", "-50",
                "lodestone.points.expiry.sweep-interval", "1000h",
                "lodestone.points.expiry.batch-size", Integer.toString(BATCH));
    }
}
