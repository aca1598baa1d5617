package dev.lodestone.community.challenges;

import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** The daily check-in of the member who asks. */
@Path("/api/community/v1")
@RolesAllowed(Role.MEMBER)
public class CheckInResource {
    private final Caller caller;
    private final CheckInService checkIns;

    CheckInResource(Caller caller, CheckInService checkIns) {
        this.caller = caller;
        this.checkIns = checkIns;
    }

    /** Checks in for the member's local day. The day makes it repeatable: again on the same day answers the same check-in. */
    @POST
    @Path("me/check-ins")
    public Uni<CheckIn> checkIn() {
        return checkIns.checkIn(caller.member());
    }

    /** Whether the member checked in today, and the streak. */
    @GET
    @Path("me/check-ins")
    public Uni<StreakView> streak() {
        return checkIns.streak(caller.member());
    }
}
