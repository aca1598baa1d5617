package dev.lodestone.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A service with live streams, and bounds of them that a test can reach. */
public class LiveStreams implements QuarkusTestProfile {
    public static final int STREAMS_MAX = 2;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "lodestone.gateway.limits.concurrency.per-client-max", "1",
                "lodestone.gateway.limits.concurrency.streams-per-client-max", Integer.toString(STREAMS_MAX),
                "lodestone.gateway.upstream.response-timeout", "1s",
                "lodestone.gateway.streams.idle-timeout", "3s");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(FakeServices.class), new TestResourceEntry(Live.class));
    }

    /** The service, for the gateway and for the fields of tests. */
    public static class Live implements QuarkusTestResourceLifecycleManager {
        private LiveService service;

        @Override
        public Map<String, String> start() {
            service = new LiveService();
            return Map.of("lodestone.gateway.routes.live", "http://127.0.0.1:" + service.port());
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(service, new TestInjector.MatchesType(LiveService.class));
        }

        @Override
        public void stop() {
            service.close();
        }
    }
}
