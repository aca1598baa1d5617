package dev.lodestone.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Renders the part of Kustomize that the manifests use: resources, namespace, labels, patches by strategic merge or JSON 6902, images.
 * Whatever else stands in a kustomization file fails, so nothing is ever left out silently. The steps follow Kustomize's own order.
 */
final class Kustomization {
    private static final Set<String> CLUSTER_WIDE = Set.of("Namespace");
    private static final List<String> POD_TEMPLATES = List.of("/spec/template");

    private final Path folder;
    private final JsonNode file;

    private Kustomization(Path folder) {
        this.folder = folder;
        this.file = Yaml.one(Yaml.text(folder.resolve("kustomization.yaml")));
        Yaml.requireKnownKeys(
                file, "kustomization", "apiVersion", "kind", "namespace", "resources", "labels", "patches", "images");
    }

    static List<ObjectNode> render(Path folder) {
        return new Kustomization(folder).render();
    }

    private List<ObjectNode> render() {
        List<ObjectNode> objects = new ArrayList<>();
        file.path("resources").forEach(resource -> objects.addAll(resource(resource.asText())));
        file.path("patches").forEach(patch -> patch(objects, patch));
        setNamespace(objects);
        file.path("labels").forEach(labels -> label(objects, labels));
        file.path("images").forEach(image -> tag(objects, image));
        return objects;
    }

    private List<ObjectNode> resource(String name) {
        Path path = folder.resolve(name).normalize();
        return Files.isDirectory(path) ? render(path) : Yaml.objects(path);
    }

    private void patch(List<ObjectNode> objects, JsonNode patch) {
        Yaml.requireKnownKeys(patch, "patches", "path", "patch", "target");
        JsonNode content = Yaml.one(
                patch.has("path")
                        ? Yaml.text(folder.resolve(patch.path("path").asText()))
                        : patch.path("patch").asText());
        List<ObjectNode> targets = objects.stream()
                .filter(object ->
                        patch.has("target") ? isTarget(object, patch.path("target")) : isSameObject(object, content))
                .toList();
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("a patch meets no object: " + patch);
        }
        targets.forEach(target -> apply(content, target));
    }

    private static void apply(JsonNode patch, ObjectNode target) {
        if (patch.isArray()) {
            patch.forEach(operation -> JsonPatch.apply(operation, target));
            return;
        }
        ObjectNode merge = patch.deepCopy();
        // Which object is meant is the target's affair; kind and name of the patch are not content.
        merge.remove(List.of("apiVersion", "kind"));
        if (merge.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("name");
        }
        StrategicMerge.into(target, merge, "");
    }

    private static boolean isTarget(ObjectNode object, JsonNode target) {
        Yaml.requireKnownKeys(target, "patches.target", "kind", "name");
        return target.path("kind").asText().equals(object.path("kind").asText())
                && (!target.has("name") || target.path("name").asText().equals(Manifests.name(object)));
    }

    private static boolean isSameObject(ObjectNode object, JsonNode patch) {
        return object.path("apiVersion").equals(patch.path("apiVersion"))
                && object.path("kind").equals(patch.path("kind"))
                && Manifests.name(object).equals(patch.at("/metadata/name").asText());
    }

    private void setNamespace(List<ObjectNode> objects) {
        if (file.has("namespace")) {
            objects.stream()
                    .filter(object -> !CLUSTER_WIDE.contains(object.path("kind").asText()))
                    .forEach(object -> object.withObject("/metadata").set("namespace", file.path("namespace")));
        }
    }

    private static void label(List<ObjectNode> objects, JsonNode labels) {
        Yaml.requireKnownKeys(labels, "labels", "pairs", "includeTemplates");
        for (ObjectNode object : objects) {
            object.withObject("/metadata/labels").setAll((ObjectNode) labels.path("pairs"));
            if (labels.path("includeTemplates").asBoolean()) {
                POD_TEMPLATES.stream()
                        .filter(template -> !object.at(template).isMissingNode())
                        .forEach(template -> object.withObject(template + "/metadata/labels")
                                .setAll((ObjectNode) labels.path("pairs")));
            }
        }
    }

    private static void tag(List<ObjectNode> objects, JsonNode image) {
        Yaml.requireKnownKeys(image, "images", "name", "newName", "newTag");
        String name = image.path("name").asText();
        String replacement =
                image.path("newName").asText(name) + ":" + image.path("newTag").asText();
        Manifests.containers(objects)
                .filter(container ->
                        container.path("image").asText().split(":", 2)[0].equals(name))
                .forEach(container -> container.put("image", replacement));
    }
}
