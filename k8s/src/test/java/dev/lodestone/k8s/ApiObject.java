package dev.lodestone.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;

/** Checks an object against the Kubernetes API: unknown, missing and wrongly typed fields fail, at any depth. */
final class ApiObject {
    private ApiObject() {}

    /** @throws IllegalArgumentException if the API server would refuse the object, or its kind is not expected here */
    static void validate(JsonNode object) throws IOException {
        JsonElement json = JsonParser.parseString(object.toString());
        String kind =
                object.path("apiVersion").asText() + " " + object.path("kind").asText();
        Class<?> model = switch (kind) {
            case "v1 Namespace" -> {
                V1Namespace.validateJsonElement(json);
                yield V1Namespace.class;
            }
            case "v1 ServiceAccount" -> {
                V1ServiceAccount.validateJsonElement(json);
                yield V1ServiceAccount.class;
            }
            case "v1 ConfigMap" -> {
                V1ConfigMap.validateJsonElement(json);
                yield V1ConfigMap.class;
            }
            case "v1 Service" -> {
                V1Service.validateJsonElement(json);
                yield V1Service.class;
            }
            case "apps/v1 Deployment" -> {
                V1Deployment.validateJsonElement(json);
                yield V1Deployment.class;
            }
            case "autoscaling/v2 HorizontalPodAutoscaler" -> {
                V2HorizontalPodAutoscaler.validateJsonElement(json);
                yield V2HorizontalPodAutoscaler.class;
            }
            case "policy/v1 PodDisruptionBudget" -> {
                V1PodDisruptionBudget.validateJsonElement(json);
                yield V1PodDisruptionBudget.class;
            }
            case "networking.k8s.io/v1 NetworkPolicy" -> {
                V1NetworkPolicy.validateJsonElement(json);
                yield V1NetworkPolicy.class;
            }
            case String other -> throw new IllegalArgumentException(other + " is not expected in these manifests");
        };
        ApiTypes.check(object, model, Manifests.name(object));
    }
}
