package dev.lodestone.platform.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.stream.Stream;

/** A value that a member must not have, and what is wrong with it. */
record Spoiling(String name, JsonNode value) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Everything that may not stand for {@code component}, as the schema of its place describes it. */
    static Stream<Spoiling> of(RecordPlace place, RecordComponent component) {
        SchemaNode schema = place.schema().property(component.getName());
        Stream<Spoiling> byKind = switch (schema.node().path("type").asText()) {
            case "integer" -> ofInteger(schema.node());
            case "string" -> ofString(schema.node());
            case "boolean" ->
                Stream.of(
                        new Spoiling("text for a boolean", JSON.textNode("true")),
                        new Spoiling("number for a boolean", JSON.numberNode(1)));
            case "array" ->
                Stream.of(
                        new Spoiling("object for a list", JSON.objectNode()),
                        new Spoiling("null in a list", JSON.arrayNode().addNull()),
                        new Spoiling("text in a list", JSON.arrayNode().add("x")));
            case "object" -> ofObject(schema.node());
            case String kind -> throw new AssertionError("no way to spoil the kind \"" + kind + "\" is known");
        };
        boolean required = place.schema().required().contains(component.getName());
        return required ? Stream.concat(byKind, Stream.of(new Spoiling("null", JSON.nullNode()))) : byKind;
    }

    private static Stream<Spoiling> ofInteger(JsonNode schema) {
        return Stream.of(
                new Spoiling("text for a number", JSON.textNode("7")),
                new Spoiling("boolean for a number", JSON.booleanNode(true)),
                new Spoiling("fraction for an integer", JSON.numberNode(1.5)),
                new Spoiling(
                        "below the minimum",
                        JSON.numberNode(schema.path("minimum").bigIntegerValue().subtract(BigInteger.ONE))),
                new Spoiling(
                        "above the maximum",
                        JSON.numberNode(schema.path("maximum").bigIntegerValue().add(BigInteger.ONE))));
    }

    private static Stream<Spoiling> ofString(JsonNode schema) {
        Stream<Spoiling> kinds = Stream.of(
                new Spoiling("number for a text", JSON.numberNode(7)),
                new Spoiling("fraction for a text", JSON.numberNode(7.5)),
                new Spoiling("boolean for a text", JSON.booleanNode(true)),
                new Spoiling("list for a text", JSON.arrayNode().add("x")),
                new Spoiling("object for a text", JSON.objectNode()));
        return Stream.concat(kinds, Stream.concat(ofLength(schema), ofForm(schema)));
    }

    private static Stream<Spoiling> ofLength(JsonNode schema) {
        if (!schema.has("maxLength")) {
            return Stream.empty();
        }
        return Stream.of(
                new Spoiling("empty text", JSON.textNode("")),
                new Spoiling("blank text", JSON.textNode("   ")),
                new Spoiling("text with U+0000", JSON.textNode("a@b\u0000c")),
                new Spoiling(
                        "text too long",
                        JSON.textNode("a@" + "b".repeat(schema.path("maxLength").asInt() - 1))));
    }

    private static Stream<Spoiling> ofForm(JsonNode schema) {
        boolean formed = schema.has("format") || schema.has("enum");
        return formed
                ? Stream.of(
                        new Spoiling("empty text", JSON.textNode("")),
                        new Spoiling("digits", JSON.textNode("1767225600")),
                        new Spoiling("text of another form", JSON.textNode("yesterday")))
                : Stream.empty();
    }

    private static Stream<Spoiling> ofObject(JsonNode schema) {
        Stream<Spoiling> kinds = Stream.of(
                new Spoiling("list for an object", JSON.arrayNode()),
                new Spoiling("text for an object", JSON.textNode("x")),
                new Spoiling("number for an object", JSON.numberNode(7)));
        return schema.has("additionalProperties")
                ? Stream.concat(
                        kinds,
                        Stream.of(
                                new Spoiling(
                                        "null as a value", JSON.objectNode().putNull("a")),
                                new Spoiling(
                                        "number as a value", JSON.objectNode().put("a", 7)),
                                new Spoiling(
                                        "U+0000 in a value", JSON.objectNode().put("a", "\u0000")),
                                new Spoiling("empty name", JSON.objectNode().put("", "x")),
                                new Spoiling("name too long", JSON.objectNode().put("a".repeat(51), "x")),
                                new Spoiling("value too long", JSON.objectNode().put("a", "x".repeat(501)))))
                : kinds;
    }
}
