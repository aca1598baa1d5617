package dev.lodestone.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** Limits that replicas share in a real Redis. */
public class SharedLimits implements QuarkusTestProfile {
    public static final int BURST = 20;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "lodestone.gateway.limits.rate.burst", Integer.toString(BURST),
                "lodestone.gateway.limits.rate.per-second", "1",
                // A busy machine must not be taken for a Redis that is away.
                "lodestone.gateway.limits.rate.redis.patience", "5s",
                "lodestone.gateway.limits.rate.redis.pause", "200ms");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(FakeServices.class), new TestResourceEntry(Redis.class));
    }

    /** The server, for the gateway and for the fields of tests. */
    public static class Redis implements QuarkusTestResourceLifecycleManager {
        private RedisServer server;

        @Override
        public Map<String, String> start() {
            server = RedisServer.start();
            return Map.of("lodestone.gateway.limits.rate.redis.address", server.address());
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(server, new TestInjector.MatchesType(RedisServer.class));
        }

        @Override
        public void stop() {
            server.close();
        }
    }
}
