package dev.lodestone.tier.ladder;

import dev.lodestone.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** The levels of the ladder, for members and operators. */
@Path("/api/tier/v1/levels")
public class LadderResource {
    private final LadderService ladders;

    LadderResource(LadderService ladders) {
        this.ladders = ladders;
    }

    /**
     * All levels of the ladder, the lowest first. Each level has a {@code code} (stable), a {@code name} (shown to members) and a {@code
     * threshold}: the growth that reaches it, in whole units. The list is never empty.
     */
    @GET
    @RolesAllowed({Role.MEMBER, Role.MEMBERS_READ})
    public Uni<List<Level>> listLevels() {
        return ladders.inForce().map(Ladder::levels);
    }
}
