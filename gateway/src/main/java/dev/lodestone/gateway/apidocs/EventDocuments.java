package dev.lodestone.gateway.apidocs;

import dev.lodestone.events.EventType;
import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The documents of the events as they are checked in, with references that hold where the gateway serves them. */
@ApplicationScoped
class EventDocuments {
    static final String YAML = "application/yaml";

    /** As the document in the repository refers to them. */
    private static final String IN_REPOSITORY = "../events/src/main/resources/dev/lodestone/events/";

    private static final String SERVED = "/api/asyncapi/";
    private static final String CONTRACTS = "/dev/lodestone/events/";
    /** Schemas that those of several events refer to. */
    private static final String[] SHARED = {"cloudevent.json", "member-profile.json", "money.json"};

    private final String asyncApi;
    private final Map<String, String> schemas = new HashMap<>();
    private final Map<String, String> samples = new HashMap<>();

    EventDocuments() {
        asyncApi = read("/asyncapi.yaml").replace(IN_REPOSITORY, SERVED);
        for (EventType type : EventType.values()) {
            String file = type.type() + ".json";
            schemas.put(file, read(CONTRACTS + "schemas/" + file));
            samples.put(file, read(CONTRACTS + "samples/" + file));
        }
        for (String file : SHARED) {
            schemas.put(file, read(CONTRACTS + "schemas/" + file));
        }
    }

    String asyncApi() {
        return asyncApi;
    }

    /** @throws ProblemException if there is no such schema */
    String schema(String file) {
        return found(schemas.get(file));
    }

    /** @throws ProblemException if there is no such sample */
    String sample(String file) {
        return found(samples.get(file));
    }

    private static String found(@Nullable String document) {
        if (document == null) {
            throw new ProblemException(
                    PlatformProblems.NOT_FOUND, "The document /api/asyncapi refers to what there is");
        }
        return document;
    }

    private static String read(String resource) {
        try (InputStream in = EventDocuments.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing in the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
