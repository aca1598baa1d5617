package dev.lodestone.points.catalogue;

import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** Rewards: everybody reads them, operators write them. */
@Path("/api/points/v1/rewards")
public class RewardResource {
    private final Caller caller;
    private final CatalogueService catalogue;

    RewardResource(Caller caller, CatalogueService catalogue) {
        this.caller = caller;
        this.catalogue = catalogue;
    }

    @GET
    @RolesAllowed({Role.MEMBER, Role.CATALOGUE, Role.MEMBERS_READ})
    public Uni<List<RewardView>> list() {
        return catalogue.list();
    }

    @PUT
    @Path("{code}")
    @RolesAllowed(Role.CATALOGUE)
    public Uni<RewardView> put(
            @PathParam("code") @Pattern(regexp = "[a-z][a-z0-9-]{0,49}") String code,
            @NotNull @Valid RewardRequest request) {
        return catalogue.put(code, request, caller.subject());
    }
}
