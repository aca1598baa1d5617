package dev.lodestone.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Rendered objects, and what the checks ask of them. */
record Manifests(String folder, List<ObjectNode> objects) {
    static Manifests of(String folder) {
        return new Manifests(
                folder, Kustomization.render(Path.of(System.getProperty("lodestone.root"), "k8s", folder)));
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static Stream<ObjectNode> containers(List<ObjectNode> objects) {
        return objects.stream()
                .flatMap(object -> object.at("/spec/template/spec/containers").valueStream())
                .map(ObjectNode.class::cast);
    }

    List<ObjectNode> ofKind(String kind) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }

    List<String> names(String kind) {
        return ofKind(kind).stream().map(Manifests::name).sorted().toList();
    }

    ObjectNode the(String kind, String name) {
        List<ObjectNode> found = ofKind(kind).stream()
                .filter(object -> name(object).equals(name))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(folder + " has " + found.size() + " objects " + kind + " " + name);
        }
        return found.getFirst();
    }

    ObjectNode container(String service) {
        JsonNode containers = the("Deployment", service).at("/spec/template/spec/containers");
        if (containers.size() == 1 && containers.path(0) instanceof ObjectNode container) {
            return container;
        }
        throw new AssertionError(service + " must have one container");
    }

    /** What the service finds in its environment: each name with the value, or with the secret's name and key. */
    Map<String, String> environment(String service) {
        Map<String, String> environment = new TreeMap<>();
        for (JsonNode source : container(service).path("envFrom")) {
            Yaml.requireKnownKeys(source, "envFrom", "configMapRef");
            the("ConfigMap", name(source.path("configMapRef"), "name"))
                    .path("data")
                    .properties()
                    .forEach(entry ->
                            put(environment, entry.getKey(), entry.getValue().asText()));
        }
        for (JsonNode variable : container(service).path("env")) {
            JsonNode secret = variable.at("/valueFrom/secretKeyRef");
            put(environment, name(variable, "name"), name(secret, "name") + "/" + name(secret, "key"));
        }
        return environment;
    }

    /** Names of services whose pods carry all {@code labels}. */
    List<String> podsWith(JsonNode labels) {
        List<String> matching = new ArrayList<>();
        for (ObjectNode deployment : ofKind("Deployment")) {
            JsonNode podLabels = deployment.at("/spec/template/metadata/labels");
            boolean all = labels.size() > 0
                    && labels.propertyStream()
                            .allMatch(label -> podLabels.path(label.getKey()).equals(label.getValue()));
            if (all) {
                matching.add(name(deployment));
            }
        }
        return matching;
    }

    @Override
    public String toString() {
        return folder;
    }

    private static String name(JsonNode object, String member) {
        return object.required(member).asText();
    }

    private static void put(Map<String, String> environment, String name, String value) {
        if (environment.put(name, value) != null) {
            throw new AssertionError(name + " is given twice");
        }
    }
}
