package dev.lodestone.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of the base and of every overlay, as they reach a cluster. */
class ManifestsTest {
    /** What a token must say is no secret. */
    private static final Set<String> ABOUT_TOKENS = Set.of("QUARKUS_OIDC_TOKEN_ISSUER", "QUARKUS_OIDC_TOKEN_AUDIENCE");

    private static final List<String> SERVICES =
            List.of("community-service", "gateway", "points-service", "recall-service", "tier-service");
    private static final List<String> KINDS_OF_A_SERVICE = List.of(
            "Deployment",
            "Service",
            "ServiceAccount",
            "PodDisruptionBudget",
            "NetworkPolicy",
            "HorizontalPodAutoscaler");
    private static final Pattern IMAGE = Pattern.compile("lodestone/([a-z-]+):([A-Za-z0-9._-]+)");

    static Stream<Manifests> folders() throws IOException {
        Path overlays = Path.of(System.getProperty("lodestone.root"), "k8s/overlays");
        try (Stream<Path> children = Files.list(overlays)) {
            List<String> names = children.map(child -> "overlays/" + child.getFileName())
                    .sorted()
                    .toList();
            return Stream.concat(Stream.of("base"), names.stream()).map(Manifests::of);
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldSatisfyTheKubernetesApi(Manifests manifests) throws IOException {
        for (ObjectNode object : manifests.objects()) {
            ApiObject.validate(object);
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldHoldOneObjectOfEachKindForEachService(Manifests manifests) {
        KINDS_OF_A_SERVICE.forEach(kind -> assertEquals(SERVICES, manifests.names(kind), kind));
        Set<String> seen = new HashSet<>();
        manifests
                .objects()
                .forEach(object -> assertTrue(
                        seen.add(object.path("kind").asText() + " " + Manifests.name(object)),
                        "twice: " + Manifests.name(object)));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldSelectThePodsOfTheServiceAndNoOthers(Manifests manifests) {
        for (String service : SERVICES) {
            List<String> own = List.of(service);
            assertEquals(
                    own, manifests.podsWith(manifests.the("Service", service).at("/spec/selector")));
            for (String kind : List.of("Deployment", "PodDisruptionBudget")) {
                assertEquals(
                        own, manifests.podsWith(manifests.the(kind, service).at("/spec/selector/matchLabels")));
            }
            assertEquals(
                    own,
                    manifests.podsWith(manifests.the("NetworkPolicy", service).at("/spec/podSelector/matchLabels")));
            assertEquals(
                    own,
                    manifests.podsWith(manifests
                            .the("Deployment", service)
                            .at("/spec/template/spec/topologySpreadConstraints/0/labelSelector/matchLabels")));
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldScaleItsOwnDeploymentByAShareOfTheRequest(Manifests manifests) {
        for (String service : SERVICES) {
            JsonNode scaler = manifests.the("HorizontalPodAutoscaler", service).path("spec");
            assertEquals(
                    "apps/v1 Deployment " + service,
                    String.join(
                            " ",
                            scaler.at("/scaleTargetRef/apiVersion").asText(),
                            scaler.at("/scaleTargetRef/kind").asText(),
                            scaler.at("/scaleTargetRef/name").asText()));
            assertTrue(scaler.path("minReplicas").asInt(1)
                    <= scaler.path("maxReplicas").asInt());
            assertFalse(
                    manifests.container(service).at("/resources/requests/cpu").isMissingNode());
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldRunTheImageOfTheServiceAtOneTag(Manifests manifests) {
        Set<String> tags = SERVICES.stream()
                .map(service -> {
                    String image = manifests.container(service).path("image").asText();
                    var parts = IMAGE.matcher(image);
                    assertTrue(parts.matches(), image);
                    assertEquals(service, parts.group(1));
                    return parts.group(2);
                })
                .collect(Collectors.toSet());

        assertEquals(1, tags.size(), tags.toString());
        assertFalse(tags.contains("latest"));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldSetTheEnvironmentThatTheServiceReadsAndNoMore(Manifests manifests) {
        for (String service : SERVICES) {
            assertEquals(Environment.of(service), manifests.environment(service).keySet(), service);
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldUseEveryConfigMapAndTakeSecretsFromSecretsAlone(Manifests manifests) {
        Set<String> used = SERVICES.stream()
                .flatMap(service -> manifests.container(service).path("envFrom").valueStream())
                .map(source -> source.at("/configMapRef/name").asText())
                .collect(Collectors.toSet());

        assertEquals(used, Set.copyOf(manifests.names("ConfigMap")));
        manifests.ofKind("ConfigMap").stream()
                .flatMap(map -> map.path("data").propertyStream())
                .map(Map.Entry::getKey)
                .filter(name -> !ABOUT_TOKENS.contains(name))
                .forEach(name -> assertFalse(name.matches(".*(PASSWORD|USERNAME|SECRET|TOKEN|KEY).*"), name));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldTakeEachDatabaseFromItsOwnSecret(Manifests manifests) {
        for (String service : SERVICES) {
            Map<String, String> environment = manifests.environment(service);
            if (!service.equals("gateway")) {
                assertEquals(service + "-database/username", environment.get("QUARKUS_DATASOURCE_USERNAME"));
                assertEquals(service + "-database/password", environment.get("QUARKUS_DATASOURCE_PASSWORD"));
                assertEquals(service + "-database-owner/username", environment.get("QUARKUS_FLYWAY_USERNAME"));
                assertEquals(service + "-database-owner/password", environment.get("QUARKUS_FLYWAY_PASSWORD"));
                assertEquals(
                        environment.get("QUARKUS_DATASOURCE_JDBC_URL"),
                        "jdbc:" + environment.get("QUARKUS_DATASOURCE_REACTIVE_URL"));
            }
        }
        assertEquals(
                SERVICES.size() - 1,
                SERVICES.stream()
                        .map(service -> manifests.environment(service).get("QUARKUS_DATASOURCE_JDBC_URL"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .count(),
                "two services share a database");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldRouteFromTheGatewayToServicesThatExist(Manifests manifests) {
        Set<String> routed = manifests.environment("gateway").entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("LODESTONE_GATEWAY_ROUTES_"))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());

        Set<String> expected = SERVICES.stream()
                .filter(service -> !service.equals("gateway"))
                .map(service -> "http://" + service + ":"
                        + manifests
                                .the("Service", service)
                                .at("/spec/ports/0/port")
                                .asInt())
                .collect(Collectors.toSet());
        assertEquals(expected, routed);
        SERVICES.stream()
                .filter(service -> !service.equals("gateway"))
                .forEach(service -> assertEquals(
                        "http://" + service + ":8080",
                        manifests
                                .environment("gateway")
                                .get("LODESTONE_GATEWAY_ROUTES_"
                                        + service.replace("-service", "").toUpperCase(Locale.ROOT))));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldLetOnlyTheGatewayReachTheServices(Manifests manifests) {
        for (String service : SERVICES) {
            JsonNode policy = manifests.the("NetworkPolicy", service).path("spec");
            assertEquals("[\"Ingress\"]", policy.path("policyTypes").toString());
            assertEquals(2, policy.path("ingress").size());
            assertEquals("[{\"port\":\"http\"}]", policy.at("/ingress/0/ports").toString());
            if (service.equals("gateway")) {
                assertTrue(policy.at("/ingress/0/from").isMissingNode());
            } else {
                assertEquals(1, policy.at("/ingress/0/from").size());
                JsonNode peer = policy.at("/ingress/0/from/0");
                assertEquals(1, peer.size(), "a namespace selector would open it further");
                assertEquals(List.of("gateway"), manifests.podsWith(peer.at("/podSelector/matchLabels")));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldOpenTheManagementPortToScrapersAlone(Manifests manifests) {
        for (String service : SERVICES) {
            JsonNode rule = manifests.the("NetworkPolicy", service).at("/spec/ingress/1");
            assertEquals("[{\"port\":\"management\"}]", rule.path("ports").toString());
            assertEquals(
                    "[{\"namespaceSelector\":{\"matchLabels\":{\"lodestone.dev/scrapes-metrics\":\"true\"}}}]",
                    rule.path("from").toString());
            JsonNode ports = manifests.the("Service", service).at("/spec/ports");
            assertEquals(1, ports.size(), "a Service must not lead to the management port");
            assertEquals("http", ports.at("/0/targetPort").asText());
            JsonNode annotations = manifests.the("Deployment", service).at("/spec/template/metadata/annotations");
            assertEquals("true", annotations.path("prometheus.io/scrape").asText());
            assertEquals(
                    manifests.environment(service).get("QUARKUS_MANAGEMENT_PORT"),
                    annotations.path("prometheus.io/port").asText());
            assertEquals("/q/metrics", annotations.path("prometheus.io/path").asText());
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldProbeAndServeOnThePortsThatTheServiceListensOn(Manifests manifests) {
        for (String service : SERVICES) {
            ObjectNode container = manifests.container(service);
            assertEquals(
                    "[{\"name\":\"http\",\"containerPort\":8080},{\"name\":\"management\",\"containerPort\":9000}]",
                    container.path("ports").toString());
            assertEquals("8080", manifests.environment(service).get("QUARKUS_HTTP_PORT"));
            assertEquals("9000", manifests.environment(service).get("QUARKUS_MANAGEMENT_PORT"));
            assertEquals(
                    "http",
                    manifests
                            .the("Service", service)
                            .at("/spec/ports/0/targetPort")
                            .asText());
            Map.of("startupProbe", "started", "readinessProbe", "ready", "livenessProbe", "live")
                    .forEach((probe, path) -> {
                        JsonNode request = container.at("/" + probe + "/httpGet");
                        assertEquals("/q/health/" + path, request.path("path").asText());
                        assertEquals("management", request.path("port").asText());
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldPassTheRestrictedPodSecurityStandard(Manifests manifests) {
        for (String service : SERVICES) {
            JsonNode pod = manifests.the("Deployment", service).at("/spec/template/spec");
            assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean());
            assertTrue(pod.at("/securityContext/runAsUser").asInt() > 0);
            assertEquals(
                    "RuntimeDefault",
                    pod.at("/securityContext/seccompProfile/type").asText());
            assertFalse(pod.path("automountServiceAccountToken").asBoolean(true));
            assertEquals(service, pod.path("serviceAccountName").asText());
            for (String shared : List.of("hostNetwork", "hostPID", "hostIPC", "initContainers")) {
                assertFalse(pod.has(shared), shared);
            }
            pod.path("volumes").forEach(volume -> assertTrue(volume.has("emptyDir"), volume.toString()));
            assertEquals(
                    "{\"allowPrivilegeEscalation\":false,\"readOnlyRootFilesystem\":true,\"capabilities\":{\"drop\":[\"ALL\"]}}",
                    manifests.container(service).path("securityContext").toString());
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldAskForTheMemoryOfANativeService(Manifests manifests) {
        for (String service : SERVICES) {
            JsonNode resources = manifests.container(service).path("resources");
            assertEquals("128Mi", resources.at("/requests/memory").asText());
            assertEquals("256Mi", resources.at("/limits/memory").asText());
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldBelongToOneNamespaceOrLeaveItOpen(Manifests manifests) {
        Set<String> namespaces = manifests.objects().stream()
                .filter(object -> !object.path("kind").asText().equals("Namespace"))
                .map(object -> object.at("/metadata/namespace").asText())
                .collect(Collectors.toSet());

        assertEquals(1, namespaces.size(), namespaces.toString());
        if (manifests.folder().equals("base")) {
            assertEquals(Set.of(""), namespaces);
        } else {
            assertEquals(namespaces, Set.copyOf(manifests.names("Namespace")));
        }
        manifests
                .objects()
                .forEach(object -> assertTrue(
                        object.path("kind").asText().equals("Namespace")
                                || object.at("/metadata/labels/app.kubernetes.io~1part-of")
                                        .asText()
                                        .equals("lodestone"),
                        Manifests.name(object)));
    }
}
