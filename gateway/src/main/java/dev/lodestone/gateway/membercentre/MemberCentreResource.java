package dev.lodestone.gateway.membercentre;

import dev.lodestone.gateway.refusals.TraceParent;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The member's own summary. */
@Path("/api/me")
@Tag(name = "member centre")
public class MemberCentreResource {
    /** The headers that the services need: token, language and trace. */
    private static final List<String> PASSED_ON =
            List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE, TraceParent.HEADER);

    private final MemberCentre centre;
    private final Caller caller;

    MemberCentreResource(MemberCentre centre, Caller caller) {
        this.centre = centre;
        this.caller = caller;
    }

    /**
     * Returns balance, tier, check-ins and offers of the caller in one call. Answers 200 even when services are down: their parts are null and
     * {@code degraded} says which and why.
     *
     * @throws ProblemException 403 {@code forbidden} if the token names no member
     */
    @GET
    @RolesAllowed(Role.MEMBER)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<MemberCentreView> getMemberCentre(@Context HttpServerRequest request) {
        return centre.of(caller.member(), passedOn(request));
    }

    private static Map<String, String> passedOn(HttpServerRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : PASSED_ON) {
            String value = request.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }
}
