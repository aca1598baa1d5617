package dev.lodestone.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Writes what Javadoc says into the OpenAPI document while a service is built. An operation is named by its method. Annotations are for
 * what Javadoc cannot say, such as the type of a response.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class JavadocFilter implements OASFilter {
    private static final Pattern ERROR = Pattern.compile("\\b([45]\\d\\d) (.*?)(?=[;,.]? *\\b[45]\\d\\d |[.]? *$)");
    private static final String ERRORS = "\n\nErrors: ";

    /** What the same parameter means in every operation. */
    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry(
                    "Idempotency-Key",
                    "1 to 100 characters, new for each intended effect. The same key and request again give the first answer again."),
            Map.entry("reference", "The member: a UUID, or `channel:externalId` such as `crm:4711`."),
            Map.entry("id", "The id that the answer which created it gave."),
            Map.entry("code", "The code: lower-case letters, digits and hyphens."),
            Map.entry("version", "The number of the version, from 1."),
            Map.entry("orderId", "The brand's number of the order."),
            Map.entry("asset", "The asset that counts; `POINTS` if left out."),
            Map.entry("from", "The start of the period, included."),
            Map.entry("until", "The end of the period, not included."),
            Map.entry("by", "Whether the business time (`OCCURRED`) or the booking time (`BOOKED`) counts."),
            Map.entry("limit", "The most items of a page."),
            Map.entry("after", "The `next` of the page before; left out for the first page."));

    /** While a service is packaged, only this loader sees the service's own files. */
    private final JavadocIndex javadoc =
            JavadocIndex.load(Thread.currentThread().getContextClassLoader());

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas =
                document.getComponents() == null || document.getComponents().getSchemas() == null
                        ? Map.of()
                        : document.getComponents().getSchemas();
        schemas.forEach(this::describe);
        Examples examples = new Examples(schemas);
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            document.getPaths().getPathItems().values().stream()
                    .flatMap(path -> path.getOperations().values().stream())
                    .forEach(operation -> describe(operation, examples));
        }
    }

    private void describe(String name, Schema schema) {
        Javadoc comment = javadoc.type(name);
        if (schema.getDescription() == null && !comment.text().isEmpty()) {
            schema.setDescription(comment.text());
        }
        if (comment.example() != null && schema.getExamples() == null) {
            schema.addExample(Examples.read(comment.example()));
        }
        if (schema.getProperties() != null) {
            Map<String, Schema> members = new LinkedHashMap<>(schema.getProperties());
            members.replaceAll((property, of) -> comment.nullable().contains(property) ? orNull(of) : of);
            members.forEach((property, of) -> {
                String text = comment.parameters().get(property);
                if (text != null && of.getDescription() == null && of.getRef() == null) {
                    of.setDescription(text);
                }
            });
            schema.setProperties(members);
        }
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(schema)
                    .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
        }
        return schema.getType() == null || schema.getType().contains(Schema.SchemaType.NULL)
                ? schema
                : schema.addType(Schema.SchemaType.NULL);
    }

    private void describe(Operation operation, Examples examples) {
        Javadoc comment =
                operation.getOperationId() == null ? Javadoc.NONE : javadoc.method(operation.getOperationId());
        if (!comment.text().isEmpty()) {
            operation.setSummary(comment.summary());
            operation.setDescription(comment.text());
            describeErrors(operation, comment);
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> describe(parameter, comment));
        }
        if (operation.getRequestBody() != null) {
            addExample(operation.getRequestBody().getContent(), examples, Javadoc.NONE);
        }
        if (operation.getResponses() != null && operation.getResponses().getAPIResponses() != null) {
            operation.getResponses().getAPIResponses().forEach((status, response) -> {
                if (status.startsWith("2")) {
                    addExample(response.getContent(), examples, comment);
                }
            });
        }
    }

    private static void describe(Parameter parameter, Javadoc comment) {
        String text = comment.parameters().getOrDefault(parameter.getName(), PARAMETERS.get(parameter.getName()));
        if (parameter.getDescription() == null && text != null) {
            parameter.setDescription(text);
        }
    }

    /** Adds a response for each status that the errors of the comment name, unless an annotation describes it. */
    private static void describeErrors(Operation operation, Javadoc comment) {
        int start = comment.text().indexOf(ERRORS);
        if (start < 0 || operation.getResponses() == null) {
            return;
        }
        Map<String, String> errors = new TreeMap<>();
        ERROR.matcher(comment.text().substring(start + ERRORS.length()))
                .results()
                .forEach((MatchResult error) ->
                        errors.merge(error.group(1), error.group(2), (one, other) -> one + "; " + other));
        errors.forEach((status, text) -> {
            APIResponse present = operation.getResponses().getAPIResponse(status);
            if (present == null) {
                operation
                        .getResponses()
                        .addAPIResponse(status, OASFactory.createAPIResponse().description(text));
            }
        });
    }

    private static void addExample(@Nullable Content content, Examples examples, Javadoc comment) {
        if (content == null || content.getMediaTypes() == null) {
            return;
        }
        content.getMediaTypes().values().stream()
                .filter(media -> media.getExample() == null && media.getExamples() == null)
                .forEach(media -> Optional.ofNullable(comment.example())
                        .map(Examples::read)
                        .or(() -> examples.of(media.getSchema()))
                        .ifPresent(media::setExample));
    }
}
