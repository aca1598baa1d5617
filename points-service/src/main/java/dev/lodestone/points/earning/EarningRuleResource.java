package dev.lodestone.points.earning;

import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** Rules: members read those in force, operators draft and publish. */
@Path("/api/points/v1/earning-rules")
public class EarningRuleResource {
    private static final String CODE = "[a-z][a-z0-9-]{0,49}";

    private final Caller caller;
    private final EarningRuleService rules;

    EarningRuleResource(Caller caller, EarningRuleService rules) {
        this.caller = caller;
        this.rules = rules;
    }

    @GET
    @RolesAllowed({Role.MEMBER, Role.OPERATOR})
    public Uni<List<EarningRuleView>> inForce() {
        return rules.inForce();
    }

    @GET
    @Path("{code}/versions")
    @RolesAllowed(Role.OPERATOR)
    public Uni<List<EarningRuleView>> versions(@PathParam("code") @Pattern(regexp = CODE) String code) {
        return rules.versions(code);
    }

    @PUT
    @Path("{code}/versions/{version}")
    @RolesAllowed(Role.OPERATOR)
    public Uni<EarningRuleView> draft(
            @PathParam("code") @Pattern(regexp = CODE) String code,
            @PathParam("version") @Min(1) int version,
            @NotNull @Valid EarningRuleRequest request) {
        return rules.draft(code, version, request, caller.subject());
    }

    @PUT
    @Path("{code}/versions/{version}/publication")
    @RolesAllowed(Role.OPERATOR)
    public Uni<EarningRuleView> publish(
            @PathParam("code") @Pattern(regexp = CODE) String code,
            @PathParam("version") @Min(1) int version,
            @NotNull @Valid PublicationRequest request) {
        return rules.publish(code, version, request.effectiveFrom().toInstant(), caller.subject());
    }
}
