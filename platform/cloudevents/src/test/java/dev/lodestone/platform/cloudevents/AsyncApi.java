package dev.lodestone.platform.cloudevents;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The published AsyncAPI document, or a schema file that it points to; references are followed from here. */
record AsyncApi(Path file, JsonNode root) {
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    static AsyncApi published() {
        return read(Path.of(System.getProperty("lodestone.root"), "docs/asyncapi.yaml"));
    }

    /** The messages of a channel by their names, such as {@code brand.order.paid.v1}. */
    List<String> messageNames(JsonNode channel) {
        return channel.path("messages")
                .valueStream()
                .map(message ->
                        resolve(message.path("$ref").asText()).path("name").asText())
                .toList();
    }

    JsonNode resolve(String reference) {
        String[] parts = reference.split("#", 2);
        AsyncApi target = parts[0].isEmpty() ? this : read(beside(parts[0]));
        JsonNode node = parts.length < 2 ? target.root : target.root.at(parts[1]);
        if (node.isMissingNode()) {
            throw new AssertionError(file.getFileName() + " points to " + reference + ", where nothing is");
        }
        return node;
    }

    Path beside(String relative) {
        return file.resolveSibling(relative).normalize();
    }

    /** Every reference of this document, and of the files that it names. */
    Stream<String> references() {
        return root.findValuesAsText("$ref").stream().distinct();
    }

    List<AsyncApi> referencedFiles() {
        return references()
                .filter(reference -> !reference.startsWith("#"))
                .map(reference -> read(beside(reference.split("#", 2)[0])))
                .toList();
    }

    private static AsyncApi read(Path file) {
        try {
            return new AsyncApi(file, YAML.readTree(Files.readString(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
