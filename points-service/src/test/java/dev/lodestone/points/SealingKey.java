package dev.lodestone.points;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Configures sealing with a new key for the packaged service, which does not read the configuration of the test class path. */
public final class SealingKey implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "lodestone.points.sealing.private-key-file", "target/packaged-sealing-key.pem",
                "lodestone.points.sealing.generate-key", "true",
                "lodestone.points.verification.trusted-keys-file", "target/trusted-keys.txt",
                "lodestone.points.sealing.interval", "1s",
                // Random like the API port: meters of both servers must have the same tags.
                "quarkus.management.port", "0");
    }

    @Override
    public void stop() {
        // The key stays in the build directory.
    }
}
