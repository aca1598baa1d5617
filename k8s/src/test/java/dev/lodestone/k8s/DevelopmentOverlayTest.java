package dev.lodestone.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class DevelopmentOverlayTest {
    private final Manifests manifests = Manifests.of("overlays/development");

    @Test
    void shouldRunOneReplicaOfEachService() {
        for (ObjectNode deployment : manifests.ofKind("Deployment")) {
            assertEquals(1, deployment.at("/spec/replicas").asInt(), Manifests.name(deployment));
        }
        for (ObjectNode scaler : manifests.ofKind("HorizontalPodAutoscaler")) {
            assertTrue(scaler.at("/spec/minReplicas").isMissingNode(), Manifests.name(scaler));
            assertEquals(1, scaler.at("/spec/maxReplicas").asInt());
        }
    }

    @Test
    void shouldSendMailToTheSinkAlone() {
        assertEquals("mail-sink", manifests.environment("recall-service").get("QUARKUS_MAILER_HOST"));
    }

    @Test
    void shouldLeaveTheReplicasOfTheBaseToTheAutoscaler() {
        Manifests base = Manifests.of("base");
        for (ObjectNode deployment : base.ofKind("Deployment")) {
            assertTrue(deployment.at("/spec/replicas").isMissingNode(), Manifests.name(deployment));
        }
        for (ObjectNode scaler : base.ofKind("HorizontalPodAutoscaler")) {
            assertEquals(2, scaler.at("/spec/minReplicas").asInt());
        }
    }
}
