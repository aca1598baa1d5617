package dev.lodestone.gateway.apidocs;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

    ApiDocsResource(ApiDocuments documents) {
        this.documents = documents;
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
}
