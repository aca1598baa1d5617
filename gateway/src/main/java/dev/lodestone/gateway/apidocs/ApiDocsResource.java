package dev.lodestone.gateway.apidocs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lodestone.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The description of the API; no token is needed. */
@Path("/api")
@Tag(name = "API document")
public class ApiDocsResource {
    private final ApiDocuments documents;
    private final EventDocuments events;

    ApiDocsResource(ApiDocuments documents, EventDocuments events) {
        this.documents = documents;
        this.events = events;
    }

    /**
     * Returns the API as an HTML page.
     *
     * {@snippet lang=html :
     * <!doctype html>
     * }
     */
    @GET
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<String> getApiPage() {
        return RestResponse.ResponseBuilder.ok(ApiPage.HTML)
                .header("Content-Security-Policy", ApiPage.CONTENT_SECURITY_POLICY)
                .build();
    }

    /**
     * Returns the OpenAPI 3.1 document of the whole suite. Services that did not answer are listed in {@code x-unavailable}.
     *
     * {@snippet lang=json :
     * {"openapi": "3.1.0", "info": {"title": "Lodestone", "version": "1"}, "paths": {}, "x-unavailable": []}
     * }
     */
    @GET
    @PermitAll
    @Path("/openapi")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Uni<JsonNode> getSuiteDocument() {
        return documents.suite().map(JsonNode.class::cast);
    }

    /**
     * Returns the AsyncAPI 3.0 document of the events, as YAML: topics, messages, and references to the schemas, which are served beside it.
     *
     * {@snippet lang=yaml :
     * asyncapi: 3.0.0
     * }
     */
    @GET
    @PermitAll
    @Path("/asyncapi")
    @Produces(EventDocuments.YAML)
    public String getEventDocument() {
        return events.asyncApi();
    }

    /**
     * Returns a schema to which the AsyncAPI document refers, in JSON Schema 2020-12.
     *
     * {@snippet lang=json :
     * {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Event", "type": "object"}
     * }
     *
     * @param file such as {@code cloudevent.json}
     * @throws ProblemException 404 {@code not-found} if there is no such schema
     */
    @GET
    @PermitAll
    @Path("/asyncapi/schemas/{file}")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public String getEventSchema(@PathParam("file") String file) {
        return events.schema(file);
    }

    /**
     * Returns an event as an example, to which the AsyncAPI document refers.
     *
     * {@snippet lang=json :
     * {"specversion": "1.0", "type": "brand.order.completed.v1", "source": "/shop", "id": "1", "data": {}}
     * }
     *
     * @param file such as {@code brand.order.completed.v1.json}
     * @throws ProblemException 404 {@code not-found} if there is no such example
     */
    @GET
    @PermitAll
    @Path("/asyncapi/samples/{file}")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public String getEventSample(@PathParam("file") String file) {
        return events.sample(file);
    }
}
