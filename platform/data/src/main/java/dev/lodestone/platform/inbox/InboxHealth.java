package dev.lodestone.platform.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Reports that the service is not ready while channels wait for the database. A restart would not help, so liveness ignores it. */
@Default
@Readiness
@ApplicationScoped
class InboxHealth implements HealthCheck {
    private final InboxConfig config;
    private final Clock clock;
    private final Map<String, Instant> waitingSince = new ConcurrentHashMap<>();

    InboxHealth(InboxConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    void waits(String topic) {
        waitingSince.putIfAbsent(topic, clock.instant());
    }

    void goesOn(String topic) {
        waitingSince.remove(topic);
    }

    @Override
    public HealthCheckResponse call() {
        Instant latest = clock.instant().minus(config.outageGrace());
        HealthCheckResponseBuilder response = HealthCheckResponse.named("inbox").up();
        new TreeMap<>(waitingSince).forEach((topic, since) -> {
            response.withData(topic, "waits for the database since " + since);
            if (since.isBefore(latest)) {
                response.down();
            }
        });
        return response.build();
    }
}
