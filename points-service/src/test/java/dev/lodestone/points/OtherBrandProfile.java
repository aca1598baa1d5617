package dev.lodestone.points;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * A brand with other settings: refunds may overdraw an account by 50, and each shop numbers its orders by itself. Only the tests start the
 * expiry sweep, in small batches.
 */
public final class OtherBrandProfile implements QuarkusTestProfile {
    public static final int BATCH = 7;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "lodestone.points.ledger.refund-floor", "-50",
                "lodestone.orders.numbers-unique", "source",
                "lodestone.points.expiry.sweep-interval", "1000h",
                "lodestone.points.expiry.batch-size", Integer.toString(BATCH));
    }
}
