import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** TypeScript types of an OpenAPI document: one for each schema, and for each operation its answer and its body. */
final class OpenApiTypes {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String JSON = "application/json";

    private final JsonNode document;

    private OpenApiTypes(JsonNode document) {
        this.document = document;
    }

    static String of(Path file) throws IOException {
        return new OpenApiTypes(new ObjectMapper().readTree(file.toFile())).write();
    }

    private String write() {
        StringBuilder text = new StringBuilder("/* Made from docs/openapi.json by the build; change that instead. */\n\n");
        new TreeMap<>(fields(document.at("/components/schemas")))
                .forEach((name, schema) -> text.append(declaration(name, schema)).append('\n'));
        Map<String, String> answers = new TreeMap<>();
        Map<String, String> bodies = new TreeMap<>();
        fields(document.path("paths")).forEach((path, item) -> fields(item).forEach((method, operation) -> {
            if (METHODS.contains(method)) {
                String name = method.toUpperCase() + " " + path;
                answers.put(name, answer(operation.path("responses")));
                JsonNode body = operation.path("requestBody").path("content").path(JSON).path("schema");
                if (!body.isMissingNode()) {
                    bodies.put(name, type(body));
                }
            }
        }));
        return text.append(map("Answers", answers)).append('\n').append(map("Bodies", bodies)).toString();
    }

    private static String map(String name, Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "  '" + member.getKey() + "': " + member.getValue() + ";\n")
                .collect(Collectors.joining("", "export interface " + name + " {\n", "}\n"));
    }

    private String declaration(String name, JsonNode schema) {
        return schema.has("properties") && !schema.has("allOf")
                ? "export interface " + name + " " + object(schema, name.endsWith("Request")) + "\n"
                : "export type " + name + " = " + type(schema) + ";\n";
    }

    private String answer(JsonNode responses) {
        Set<String> types = new TreeSet<>();
        fields(responses).forEach((status, response) -> {
            JsonNode schema = response.path("content").path(JSON).path("schema");
            if (status.startsWith("2")) {
                types.add(schema.isMissingNode() ? "unknown" : type(schema));
            }
        });
        return types.isEmpty() ? "unknown" : String.join(" | ", types);
    }

    private String type(JsonNode schema) {
        if (schema.has("$ref")) {
            String reference = schema.path("$ref").asText();
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return union(stream(schema.path(choice)).map(this::type));
            }
        }
        if (schema.has("allOf")) {
            return stream(schema.path("allOf")).map(this::type).collect(Collectors.joining(" & "));
        }
        if (schema.has("enum")) {
            return union(stream(schema.path("enum")).map(value -> value.isNull() ? "null" : "'" + value.asText() + "'"));
        }
        JsonNode type = schema.path("type");
        return type.isArray() ? union(stream(type).map(one -> simple(one.asText(), schema))) : simple(type.asText(), schema);
    }

    private String simple(String type, JsonNode schema) {
        return switch (type) {
            case "string" -> "string";
            case "integer", "number" -> "number";
            case "boolean" -> "boolean";
            case "null" -> "null";
            case "array" -> "Array<" + type(schema.path("items")) + ">";
            case "object" -> object(schema, false);
            default -> "unknown";
        };
    }

    /** @param sent whether clients send it, so that they may leave members out; services write every member of what they answer */
    private String object(JsonNode schema, boolean sent) {
        if (!schema.has("properties")) {
            JsonNode values = schema.path("additionalProperties");
            return "Record<string, " + (values.isObject() ? type(values) : "unknown") + ">";
        }
        Set<String> required = stream(schema.path("required")).map(JsonNode::asText).collect(Collectors.toSet());
        List<String> members = new ArrayList<>();
        fields(schema.path("properties")).forEach((name, value) -> members.add(required.contains(name) || !sent
                ? "  " + name + ": " + type(value) + ";\n"
                : "  " + name + "?: " + type(value) + " | null;\n"));
        return "{\n" + String.join("", members) + "}";
    }

    private static String union(Stream<String> types) {
        return types.distinct().collect(Collectors.joining(" | "));
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items.stream();
    }

    private static Map<String, JsonNode> fields(JsonNode object) {
        Map<String, JsonNode> fields = new java.util.LinkedHashMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
