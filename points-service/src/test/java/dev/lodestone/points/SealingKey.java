package dev.lodestone.points;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Lets a packaged service, which gets no configuration from the test's class path, seal soon and with a key of its own. */
public final class SealingKey implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "lodestone.points.sealing.private-key-file", "target/packaged-sealing-key.pem",
                "lodestone.points.sealing.generate-key", "true",
                "lodestone.points.verification.trusted-keys-file", "target/trusted-keys.txt",
                "lodestone.points.sealing.interval", "1s",
                // As the port of the API: the meters of two servers must agree in whether they name a fixed port.
                "quarkus.management.port", "0");
    }

    @Override
    public void stop() {
        // The folder of the build keeps the key.
    }
}
