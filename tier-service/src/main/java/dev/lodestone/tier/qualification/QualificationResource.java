package dev.lodestone.tier.qualification;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where members stand, over HTTP. Members ask about themselves, operators about anybody. */
@Path("/api/tier/v1")
@Tag(name = "Standing")
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
    @Operation(summary = "My membership, level and growth")
    public Uni<StandingView> mine() {
        return qualification.standing(caller.member());
    }

    @GET
    @Path("members/{reference}")
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "A member's membership, level and growth")
    public Uni<StandingView> standing(String reference) {
        return qualification.standing(member(reference));
    }

    @GET
    @Path("me/roadmap")
    @RolesAllowed(Role.MEMBER)
    @Operation(summary = "What I lack for each level")
    public Uni<RoadmapView> myRoadmap() {
        return qualification.roadmap(caller.member());
    }

    @GET
    @Path("members/{reference}/roadmap")
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "What a member lacks for each level")
    public Uni<RoadmapView> roadmap(String reference) {
        return qualification.roadmap(member(reference));
    }

    @GET
    @Path("summary")
    @RolesAllowed(Role.OPERATOR)
    @Operation(summary = "How many members stand on each level")
    public Uni<SummaryView> summary() {
        return qualification.summary();
    }

    private static MemberId member(String reference) {
        try {
            return MemberId.of(reference);
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(PlatformProblems.INVALID_REQUEST, String.valueOf(malformed.getMessage()));
        }
    }
}
