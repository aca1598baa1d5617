package dev.lodestone.k8s;

import static org.assertj.core.api.Assertions.assertThat;

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
        KINDS_OF_A_SERVICE.forEach(
                kind -> assertThat(manifests.names(kind)).as(kind).isEqualTo(SERVICES));
        Set<String> seen = new HashSet<>();
        manifests
                .objects()
                .forEach(object -> assertThat(seen.add(object.path("kind").asText() + " " + Manifests.name(object)))
                        .as("twice: " + Manifests.name(object))
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldSelectThePodsOfTheServiceAndNoOthers(Manifests manifests) {
        for (String service : SERVICES) {
            List<String> own = List.of(service);
            assertThat(manifests.podsWith(manifests.the("Service", service).at("/spec/selector")))
                    .isEqualTo(own);
            for (String kind : List.of("Deployment", "PodDisruptionBudget")) {
                assertThat(manifests.podsWith(manifests.the(kind, service).at("/spec/selector/matchLabels")))
                        .isEqualTo(own);
            }
            assertThat(manifests.podsWith(
                            manifests.the("NetworkPolicy", service).at("/spec/podSelector/matchLabels")))
                    .isEqualTo(own);
            assertThat(manifests.podsWith(manifests
                            .the("Deployment", service)
                            .at("/spec/template/spec/topologySpreadConstraints/0/labelSelector/matchLabels")))
                    .isEqualTo(own);
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldScaleItsOwnDeploymentByAShareOfTheRequest(Manifests manifests) {
        for (String service : SERVICES) {
            JsonNode scaler = manifests.the("HorizontalPodAutoscaler", service).path("spec");
            assertThat(String.join(
                            " ",
                            scaler.at("/scaleTargetRef/apiVersion").asText(),
                            scaler.at("/scaleTargetRef/kind").asText(),
                            scaler.at("/scaleTargetRef/name").asText()))
                    .isEqualTo("apps/v1 Deployment " + service);
            assertThat(scaler.path("minReplicas").asInt(1))
                    .isLessThanOrEqualTo(scaler.path("maxReplicas").asInt());
            assertThat(manifests
                            .container(service)
                            .at("/resources/requests/cpu")
                            .isMissingNode())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldRunTheImageOfTheServiceAtOneTag(Manifests manifests) {
        Set<String> tags = SERVICES.stream()
                .map(service -> {
                    String image = manifests.container(service).path("image").asText();
                    var parts = IMAGE.matcher(image);
                    assertThat(parts.matches()).as(image).isTrue();
                    assertThat(parts.group(1)).isEqualTo(service);
                    return parts.group(2);
                })
                .collect(Collectors.toSet());

        assertThat(tags).hasSize(1);
        assertThat(tags).doesNotContain("latest");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldSetTheEnvironmentThatTheServiceReadsAndNoMore(Manifests manifests) {
        for (String service : SERVICES) {
            assertThat(manifests.environment(service).keySet()).as(service).isEqualTo(Environment.of(service));
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldUseEveryConfigMapAndTakeSecretsFromSecretsAlone(Manifests manifests) {
        Set<String> used = SERVICES.stream()
                .flatMap(service -> manifests.container(service).path("envFrom").valueStream())
                .map(source -> source.at("/configMapRef/name").asText())
                .collect(Collectors.toSet());

        assertThat(Set.copyOf(manifests.names("ConfigMap"))).isEqualTo(used);
        manifests.ofKind("ConfigMap").stream()
                .flatMap(map -> map.path("data").propertyStream())
                .map(Map.Entry::getKey)
                .filter(name -> !ABOUT_TOKENS.contains(name))
                .forEach(name -> assertThat(name).doesNotMatch(".*(PASSWORD|USERNAME|SECRET|TOKEN|KEY).*"));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldTakeEachDatabaseFromItsOwnSecret(Manifests manifests) {
        for (String service : SERVICES) {
            Map<String, String> environment = manifests.environment(service);
            if (!service.equals("gateway")) {
                assertThat(environment.get("QUARKUS_DATASOURCE_USERNAME")).isEqualTo(service + "-database/username");
                assertThat(environment.get("QUARKUS_DATASOURCE_PASSWORD")).isEqualTo(service + "-database/password");
                assertThat(environment.get("QUARKUS_FLYWAY_USERNAME")).isEqualTo(service + "-database-owner/username");
                assertThat(environment.get("QUARKUS_FLYWAY_PASSWORD")).isEqualTo(service + "-database-owner/password");
                assertThat("jdbc:" + environment.get("QUARKUS_DATASOURCE_REACTIVE_URL"))
                        .isEqualTo(environment.get("QUARKUS_DATASOURCE_JDBC_URL"));
            }
        }
        assertThat(SERVICES.stream()
                        .map(service -> manifests.environment(service).get("QUARKUS_DATASOURCE_JDBC_URL"))
                        .filter(Objects::nonNull)
                        .distinct()
                        .count())
                .as("two services share a database")
                .isEqualTo(SERVICES.size() - 1);
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
        assertThat(routed).isEqualTo(expected);
        SERVICES.stream()
                .filter(service -> !service.equals("gateway"))
                .forEach(service -> assertThat(manifests
                                .environment("gateway")
                                .get("LODESTONE_GATEWAY_ROUTES_"
                                        + service.replace("-service", "").toUpperCase(Locale.ROOT)))
                        .isEqualTo("http://" + service + ":8080"));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldLetOnlyTheGatewayReachTheServices(Manifests manifests) {
        for (String service : SERVICES) {
            JsonNode policy = manifests.the("NetworkPolicy", service).path("spec");
            assertThat(policy.path("policyTypes").toString()).isEqualTo("[\"Ingress\"]");
            assertThat(policy.path("ingress").size()).isEqualTo(2);
            assertThat(policy.at("/ingress/0/ports").toString()).isEqualTo("[{\"port\":\"http\"}]");
            if (service.equals("gateway")) {
                assertThat(policy.at("/ingress/0/from").isMissingNode()).isTrue();
            } else {
                assertThat(policy.at("/ingress/0/from").size()).isEqualTo(1);
                JsonNode peer = policy.at("/ingress/0/from/0");
                assertThat(peer)
                        .as("a namespace selector would open it further")
                        .hasSize(1);
                assertThat(manifests.podsWith(peer.at("/podSelector/matchLabels")))
                        .isEqualTo(List.of("gateway"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldOpenTheManagementPortToScrapersAlone(Manifests manifests) {
        for (String service : SERVICES) {
            JsonNode rule = manifests.the("NetworkPolicy", service).at("/spec/ingress/1");
            assertThat(rule.path("ports").toString()).isEqualTo("[{\"port\":\"management\"}]");
            assertThat(rule.path("from").toString())
                    .isEqualTo(
                            "[{\"namespaceSelector\":{\"matchLabels\":{\"lodestone.dev/scrapes-metrics\":\"true\"}}}]");
            JsonNode ports = manifests.the("Service", service).at("/spec/ports");
            assertThat(ports)
                    .as("a Service must not lead to the management port")
                    .hasSize(1);
            assertThat(ports.at("/0/targetPort").asText()).isEqualTo("http");
            JsonNode annotations = manifests.the("Deployment", service).at("/spec/template/metadata/annotations");
            assertThat(annotations.path("prometheus.io/scrape").asText()).isEqualTo("true");
            assertThat(annotations.path("prometheus.io/port").asText())
                    .isEqualTo(manifests.environment(service).get("QUARKUS_MANAGEMENT_PORT"));
            assertThat(annotations.path("prometheus.io/path").asText()).isEqualTo("/q/metrics");
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldProbeAndServeOnThePortsThatTheServiceListensOn(Manifests manifests) {
        for (String service : SERVICES) {
            ObjectNode container = manifests.container(service);
            assertThat(container.path("ports").toString())
                    .isEqualTo(
                            "[{\"name\":\"http\",\"containerPort\":8080},{\"name\":\"management\",\"containerPort\":9000}]");
            assertThat(manifests.environment(service).get("QUARKUS_HTTP_PORT")).isEqualTo("8080");
            assertThat(manifests.environment(service).get("QUARKUS_MANAGEMENT_PORT"))
                    .isEqualTo("9000");
            assertThat(manifests
                            .the("Service", service)
                            .at("/spec/ports/0/targetPort")
                            .asText())
                    .isEqualTo("http");
            Map.of("startupProbe", "started", "readinessProbe", "ready", "livenessProbe", "live")
                    .forEach((probe, path) -> {
                        JsonNode request = container.at("/" + probe + "/httpGet");
                        assertThat(request.path("path").asText()).isEqualTo("/q/health/" + path);
                        assertThat(request.path("port").asText()).isEqualTo("management");
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldPassTheRestrictedPodSecurityStandard(Manifests manifests) {
        for (String service : SERVICES) {
            JsonNode pod = manifests.the("Deployment", service).at("/spec/template/spec");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt()).isGreaterThan(0);
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.path("serviceAccountName").asText()).isEqualTo(service);
            for (String shared : List.of("hostNetwork", "hostPID", "hostIPC", "initContainers")) {
                assertThat(pod.has(shared)).as(shared).isFalse();
            }
            pod.path("volumes")
                    .forEach(volume -> assertThat(volume.has("emptyDir"))
                            .as(volume.toString())
                            .isTrue());
            assertThat(manifests.container(service).path("securityContext").toString())
                    .isEqualTo(
                            "{\"allowPrivilegeEscalation\":false,\"readOnlyRootFilesystem\":true,\"capabilities\":{\"drop\":[\"ALL\"]}}");
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldAskForTheMemoryOfANativeService(Manifests manifests) {
        for (String service : SERVICES) {
            JsonNode resources = manifests.container(service).path("resources");
            assertThat(resources.at("/requests/memory").asText()).isEqualTo("128Mi");
            assertThat(resources.at("/limits/memory").asText()).isEqualTo("256Mi");
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void shouldBelongToOneNamespaceOrLeaveItOpen(Manifests manifests) {
        Set<String> namespaces = manifests.objects().stream()
                .filter(object -> !object.path("kind").asText().equals("Namespace"))
                .map(object -> object.at("/metadata/namespace").asText())
                .collect(Collectors.toSet());

        assertThat(namespaces).hasSize(1);
        if (manifests.folder().equals("base")) {
            assertThat(namespaces).isEqualTo(Set.of(""));
        } else {
            assertThat(Set.copyOf(manifests.names("Namespace"))).isEqualTo(namespaces);
        }
        manifests
                .objects()
                .forEach(object -> assertThat(object.path("kind").asText().equals("Namespace")
                                || object.at("/metadata/labels/app.kubernetes.io~1part-of")
                                        .asText()
                                        .equals("lodestone"))
                        .as(Manifests.name(object))
                        .isTrue());
    }
}
