package dev.lodestone.tier.qualification;

import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Where members stand, over HTTP. Members ask about themselves, operators about anybody. */
@Path("/api/tier/v1")
public class QualificationResource {
    private final QualificationService qualification;
    private final Caller caller;

    QualificationResource(QualificationService qualification, Caller caller) {
        this.qualification = qualification;
        this.caller = caller;
    }

    @GET
    @Path("me")
    @RolesAllowed(Role.MEMBER)
    public Uni<StandingView> mine() {
        return qualification.standing(caller.member());
    }

    @GET
    @Path("members/{reference}")
    @RolesAllowed(Role.MEMBERS_READ)
    public Uni<StandingView> standing(@PathParam("reference") String reference) {
        return qualification.standing(Caller.named(reference));
    }

    @GET
    @Path("me/roadmap")
    @RolesAllowed(Role.MEMBER)
    public Uni<RoadmapView> myRoadmap() {
        return qualification.roadmap(caller.member());
    }

    @GET
    @Path("members/{reference}/roadmap")
    @RolesAllowed(Role.MEMBERS_READ)
    public Uni<RoadmapView> roadmap(@PathParam("reference") String reference) {
        return qualification.roadmap(Caller.named(reference));
    }

    @GET
    @Path("summary")
    @RolesAllowed(Role.MEMBERS_READ)
    public Uni<SummaryView> summary() {
        return qualification.summary();
    }
}
