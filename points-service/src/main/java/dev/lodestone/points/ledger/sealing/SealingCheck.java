package dev.lodestone.points.ledger.sealing;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Warns when sealing does not work. It belongs to wellness, not readiness: postings made meanwhile are sealed later, so the service need
 * not refuse requests.
 */
@Wellness
@ApplicationScoped
class SealingCheck implements HealthCheck {
    private final SealingState state;

    SealingCheck(SealingState state) {
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        String trouble = state.trouble();
        var response = HealthCheckResponse.named("sealing")
                .withData("unsealed", state.lag().postings());
        return trouble.isEmpty()
                ? response.up().build()
                : response.down().withData("error", trouble).build();
    }
}
