package dev.lodestone.gateway.session;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is signed in. */
@Path("/api/session")
@Tag(name = "session")
public class SessionResource {
    private final SecurityIdentity identity;

    SessionResource(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Answers the caller's own name and capabilities, from the token. The edge refuses callers without a token, so any role will do. */
    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getSession",
            summary = "Who is signed in, and what they may do",
            description = "From the session of a browser or from a bearer token; any role will do.")
    public SessionView session() {
        JsonWebToken token = (JsonWebToken) identity.getPrincipal();
        String subject = Objects.requireNonNull(token.getSubject(), "a verified token has a subject");
        return new SessionView(
                subject,
                claim(token, "name", subject),
                claim(token, "preferred_username", subject),
                identity.getRoles().stream().sorted().toList());
    }

    private static String claim(JsonWebToken token, String name, String otherwise) {
        Object value = token.getClaim(name);
        return value == null ? otherwise : value.toString();
    }
}
