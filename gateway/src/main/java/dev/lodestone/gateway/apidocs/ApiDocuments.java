package dev.lodestone.gateway.apidocs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lodestone.gateway.upstreams.Upstreams;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.mutiny.Uni;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Merges the API documents of the gateway and of every service that answers, and caches the result for a short time. */
@ApplicationScoped
class ApiDocuments {
    private static final Logger LOG = Logger.getLogger(ApiDocuments.class);
    private static final String PATH = "/openapi?format=json";
    private static final int DOCUMENT_BYTES_MAX = 4 << 20;
    private static final String OWN_NAME = "gateway";

    private final Upstreams upstreams;
    private final ApiDocsConfig config;
    private final ObjectMapper mapper;
    private final OpenApiDocumentService own;
    private final Uni<ObjectNode> suite;

    ApiDocuments(Upstreams upstreams, ApiDocsConfig config, ObjectMapper mapper, OpenApiDocumentService own) {
        this.upstreams = upstreams;
        this.config = config;
        this.mapper = mapper;
        this.own = own;
        this.suite = Uni.createFrom().deferred(this::gather).memoize().atLeast(config.cache());
    }

    /** The suite's document, at most {@code lodestone.gateway.apidocs.cache} old. Never fails because a service is down. */
    Uni<ObjectNode> suite() {
        return suite;
    }

    private Uni<ObjectNode> gather() {
        List<String> services = List.copyOf(upstreams.names());
        List<Uni<Optional<ServiceDocument>>> asked =
                services.stream().map(this::ask).toList();
        return Uni.join().all(asked).andFailFast().map(answers -> merge(services, answers));
    }

    private ObjectNode merge(List<String> services, List<Optional<ServiceDocument>> answers) {
        List<ServiceDocument> documents = new ArrayList<>();
        documents.add(read(OWN_NAME, own.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON)));
        answers.forEach(answer -> answer.ifPresent(documents::add));
        List<String> available =
                documents.stream().map(ServiceDocument::service).toList();
        return SuiteDocument.of(
                documents,
                services.stream().filter(name -> !available.contains(name)).toList());
    }

    private Uni<Optional<ServiceDocument>> ask(String service) {
        return upstreams
                .get(service, PATH, Map.of("Accept", "application/json"), config.timeout(), DOCUMENT_BYTES_MAX)
                .map(answer -> Optional.of(read(service, answer.body().getBytes())))
                .onFailure()
                .recoverWithItem(failure -> without(service, failure));
    }

    private ServiceDocument read(String service, byte[] json) {
        try {
            JsonNode content = mapper.readTree(json);
            if (content instanceof ObjectNode object
                    && content.path("openapi").asText().startsWith("3.1")) {
                return new ServiceDocument(service, object);
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(service + " serves no JSON", unreadable);
        }
        throw new IllegalStateException(service + " serves no OpenAPI 3.1 document");
    }

    private static Optional<ServiceDocument> without(String service, Throwable failure) {
        LOG.warnf("API document goes without a service; service=%s error=%s", service, failure.getMessage());
        return Optional.empty();
    }
}
