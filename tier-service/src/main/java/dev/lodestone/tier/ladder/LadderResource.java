package dev.lodestone.tier.ladder;

import dev.lodestone.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The ladder over HTTP. */
@Path("/api/tier/v1/levels")
@Tag(name = "Levels")
public class LadderResource {
    private final LadderService ladders;

    LadderResource(LadderService ladders) {
        this.ladders = ladders;
    }

    /** All levels from the lowest to the highest, on one page. */
    @GET
    @RolesAllowed({Role.MEMBER, Role.OPERATOR})
    @Operation(summary = "The ladder, lowest level first")
    public Uni<LadderView> levels() {
        return ladders.inForce().map(LadderView::of);
    }
}
