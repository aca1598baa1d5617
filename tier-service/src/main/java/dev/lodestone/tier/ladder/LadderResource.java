package dev.lodestone.tier.ladder;

import dev.lodestone.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** The ladder, open to everybody who has a token. */
@Path("/api/tier/v1/levels")
public class LadderResource {
    private final LadderService ladders;

    LadderResource(LadderService ladders) {
        this.ladders = ladders;
    }

    /** All levels from the lowest to the highest. */
    @GET
    @RolesAllowed({Role.MEMBER, Role.MEMBERS_READ})
    public Uni<List<Level>> levels() {
        return ladders.inForce().map(Ladder::levels);
    }
}
