package dev.lodestone.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** Limits so low that a test can reach them, and one service that is really away. */
public class StrictLimits implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "lodestone.gateway.limits.rate.burst", "4",
                "lodestone.gateway.limits.rate.per-second", "1",
                "lodestone.gateway.upstream.breaker.failures-max", "2",
                "lodestone.gateway.upstream.breaker.pause", "1m",
                "lodestone.gateway.upstream.response-timeout", "2s");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(FakeServices.class, Map.of("without", "recall")));
    }
}
