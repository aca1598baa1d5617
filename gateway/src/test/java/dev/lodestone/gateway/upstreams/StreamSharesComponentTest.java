package dev.lodestone.gateway.upstreams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.gateway.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class StreamSharesComponentTest {
    @Inject
    Upstreams upstreams;

    @Inject
    UpstreamConfig config;

    @Test
    void G06_shouldBoundTheStreamsOfAllServicesTogether() {
        // When
        List<Bulkhead.Permit> permits = new ArrayList<>();
        upstreams.all().forEach(upstream -> permits.addAll(takeAll(upstream.liveBulkhead())));

        // Then
        permits.forEach(Bulkhead.Permit::release);
        assertThat(permits).hasSizeBetween(config.streamsMax() - upstreams.all().size(), config.streamsMax());
    }

    private static List<Bulkhead.Permit> takeAll(Bulkhead bulkhead) {
        List<Bulkhead.Permit> permits = new ArrayList<>();
        Future<Bulkhead.Permit> next = bulkhead.acquire(Duration.ofMillis(1));
        while (next.succeeded()) {
            permits.add(next.result());
            next = bulkhead.acquire(Duration.ofMillis(1));
        }
        return permits;
    }
}
