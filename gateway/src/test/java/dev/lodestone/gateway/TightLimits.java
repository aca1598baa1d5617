package dev.lodestone.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** Limits so tight that one client could use all of the capacity. */
public class TightLimits implements QuarkusTestProfile {
    public static final int CONCURRENCY_MAX = 8;
    public static final int CONNECTIONS_MAX = 4;
    public static final int WAITING_MAX = 2;
    public static final int FAILURES_MAX = 3;
    public static final int CLIENT_BYTES_MAX = 64 << 10;
    public static final int TOTAL_BYTES_MAX = 128 << 10;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "lodestone.gateway.limits.concurrency.per-client-max", Integer.toString(CONCURRENCY_MAX),
                "lodestone.gateway.limits.body.timeout", "4s",
                "lodestone.gateway.limits.body.per-client-bytes-max", Integer.toString(CLIENT_BYTES_MAX),
                "lodestone.gateway.limits.body.total-bytes-max", Integer.toString(TOTAL_BYTES_MAX),
                "lodestone.gateway.upstream.connections-max", Integer.toString(CONNECTIONS_MAX),
                "lodestone.gateway.upstream.waiting-max", Integer.toString(WAITING_MAX),
                "lodestone.gateway.upstream.response-timeout", "1m",
                "lodestone.gateway.upstream.breaker.failures-max", Integer.toString(FAILURES_MAX),
                "lodestone.gateway.upstream.breaker.pause", "1m",
                "lodestone.gateway.membercentre.timeout", "500ms");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(FakeServices.class));
    }
}
