package dev.lodestone.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The renderer does what Kustomize does with the keys it knows, and stops at all others; the API check finds faults at any depth. */
class KustomizationTest {
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: noodles
            spec:
              selector:
                matchLabels: {app: noodles}
              template:
                metadata:
                  labels: {app: noodles}
                spec:
                  containers:
                    - name: service
                      image: kitchen/noodles
                      env:
                        - name: A
                          value: old
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void shouldMergeKeyedListsByKeyAndReplaceOthers() throws IOException {
        ObjectNode rendered = render("""
                resources: [object.yaml]
                patches:
                  - target: {kind: Deployment}
                    patch: |-
                      apiVersion: apps/v1
                      kind: Deployment
                      metadata: {name: anything}
                      spec:
                        template:
                          spec:
                            containers:
                              - name: service
                                args: [-Xmx1m]
                                env:
                                  - {name: A, value: new}
                                  - {name: B, value: more}
                """);

        assertThat(Manifests.name(rendered)).isEqualTo("noodles");
        assertThat(rendered.at("/spec/template/spec/containers").toString())
                .isEqualTo(
                        "[{\"name\":\"service\",\"image\":\"kitchen/noodles\",\"env\":[{\"name\":\"A\",\"value\":\"new\"},"
                                + "{\"name\":\"B\",\"value\":\"more\"}],\"args\":[\"-Xmx1m\"]}]");
    }

    @Test
    void shouldSetNamespaceLabelsAndImage() throws IOException {
        ObjectNode rendered = render("""
                namespace: kitchen
                resources: [object.yaml]
                labels:
                  - pairs: {part: soup}
                    includeTemplates: true
                images:
                  - {name: kitchen/noodles, newName: other/noodles, newTag: "2"}
                """);

        assertThat(rendered.at("/metadata/namespace").asText()).isEqualTo("kitchen");
        assertThat(rendered.at("/metadata/labels/part").asText()).isEqualTo("soup");
        assertThat(rendered.at("/spec/template/metadata/labels/part").asText()).isEqualTo("soup");
        assertThat(rendered.at("/spec/selector/matchLabels").toString()).isEqualTo("{\"app\":\"noodles\"}");
        assertThat(rendered.at("/spec/template/spec/containers/0/image").asText())
                .isEqualTo("other/noodles:2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resources: [object.yaml]\nnamePrefix: x-",
                "resources: [object.yaml]\nconfigMapGenerator: []",
                "resources: [object.yaml]\nresources: []",
                "resources: [object.yaml]\nimages: [{name: a, digest: b}]",
                "resources: [object.yaml]\nlabels: [{pairs: {a: b}, includeSelectors: true}]",
                "resources: [object.yaml]\npatches: [{patch: '[]', target: {labelSelector: a}}]",
                "resources: [object.yaml]\npatches: [{patch: '[]', target: {kind: Service}}]",
                "resources: [object.yaml]\npatches: [{patch: '[{op: move, path: /spec/a}]', target: {kind: Deployment}}]",
                "resources: [object.yaml]\npatches: [{patch: '[{op: remove, path: /spec/a}]', target: {kind: Deployment}}]",
                "resources: [object.yaml]\npatches: [{patch: '{spec: {$patch: delete}}', target: {kind: Deployment}}]",
                "resources: [object.yaml]\npatches: [{patch: '{spec: {tolerations: []}}', target: {kind: Deployment}}]"
            })
    void shouldStopAtWhatItDoesNotKnow(String kustomization) {
        assertThatThrownBy(() -> render(kustomization)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "containers/containerz",
                "image:/imagee:",
                "matchLabels/matchLabel",
                "{app: noodles}/app",
                "name: service/name: 7",
                "value: old/value: [old]",
                "apps/v1/apps/v2",
                "selector:/selecter:"
            })
    void shouldFindAFaultAtAnyDepth(String change) throws IOException {
        int middle = change.startsWith("apps/v1/") ? "apps/v1".length() : change.indexOf('/');
        String faulty = DEPLOYMENT.replace(change.substring(0, middle), change.substring(middle + 1));
        Files.writeString(folder.resolve("object.yaml"), DEPLOYMENT);
        ApiObject.validate(Yaml.objects(folder.resolve("object.yaml")).getFirst());
        Files.writeString(folder.resolve("object.yaml"), faulty);
        ObjectNode object = Yaml.objects(folder.resolve("object.yaml")).getFirst();

        assertThatThrownBy(() -> ApiObject.validate(object)).isInstanceOf(IllegalArgumentException.class);
    }

    private ObjectNode render(String kustomization) throws IOException {
        Files.writeString(folder.resolve("object.yaml"), DEPLOYMENT);
        Files.writeString(folder.resolve("kustomization.yaml"), kustomization);
        return Kustomization.render(folder).getFirst();
    }
}
