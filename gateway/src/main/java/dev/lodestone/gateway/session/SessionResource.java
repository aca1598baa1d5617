package dev.lodestone.gateway.session;

import dev.lodestone.platform.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is signed in. */
@Path("/api/session")
@Tag(name = "session")
public class SessionResource {
    private final SecurityIdentity identity;

    SessionResource(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * Returns who is signed in, and what they may do. Works with the session of a browser and with a bearer token; any role will do.
     *
     * @throws ProblemException 401 {@code session-ended} or {@code unauthenticated} if the edge finds no session or token
     */
    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public SessionView getSession() {
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
