package dev.lodestone.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class DevelopmentOverlayTest {
    private final Manifests manifests = Manifests.of("overlays/development");

    @Test
    void shouldRunOneReplicaOfEachService() {
        for (ObjectNode deployment : manifests.ofKind("Deployment")) {
            assertThat(deployment.at("/spec/replicas").asInt())
                    .as(Manifests.name(deployment))
                    .isEqualTo(1);
        }
        for (ObjectNode scaler : manifests.ofKind("HorizontalPodAutoscaler")) {
            assertThat(scaler.at("/spec/minReplicas").isMissingNode())
                    .as(Manifests.name(scaler))
                    .isTrue();
            assertThat(scaler.at("/spec/maxReplicas").asInt()).isEqualTo(1);
        }
    }

    @Test
    void shouldSendMailToTheSinkAlone() {
        assertThat(manifests.environment("recall-service").get("QUARKUS_MAILER_HOST"))
                .isEqualTo("mail-sink");
    }

    @Test
    void shouldLeaveTheReplicasOfTheBaseToTheAutoscaler() {
        Manifests base = Manifests.of("base");
        for (ObjectNode deployment : base.ofKind("Deployment")) {
            assertThat(deployment.at("/spec/replicas").isMissingNode())
                    .as(Manifests.name(deployment))
                    .isTrue();
        }
        for (ObjectNode scaler : base.ofKind("HorizontalPodAutoscaler")) {
            assertThat(scaler.at("/spec/minReplicas").asInt()).isEqualTo(2);
        }
    }
}
