package dev.lodestone.tier.qualification;

import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Levels and growth of members. Members read their own, operators those of any member. Growth is in whole units. */
@Path("/api/tier/v1")
public class QualificationResource {
    private final QualificationService qualification;
    private final Caller caller;

    QualificationResource(QualificationService qualification, Caller caller) {
        this.qualification = qualification;
        this.caller = caller;
    }

    /**
     * The caller's own membership: {@code {memberId, membershipNumber, level, levelName, growth, enrolledAt}}.
     *
     * @throws ProblemException 403 {@code forbidden} if the token names no member; 404 {@code member-not-enrolled}
     */
    @GET
    @Path("me")
    @RolesAllowed(Role.MEMBER)
    public Uni<MemberTierView> myTier() {
        return qualification.memberTier(caller.member());
    }

    /**
     * The membership of one member, in the shape of {@code GET /me}.
     *
     * @param reference the member's UUID, or {@code channel:externalId} such as {@code crm:4711}
     * @throws ProblemException 400 {@code invalid-request} if the reference has neither form; 404 {@code member-not-enrolled}
     */
    @GET
    @Path("members/{reference}")
    @RolesAllowed(Role.MEMBERS_READ)
    public Uni<MemberTierView> memberTier(@PathParam("reference") String reference) {
        return qualification.memberTier(Caller.named(reference));
    }

    /**
     * The growth that the caller still needs for each level: {@code {level, growth, next: {level, threshold, remaining}, levels: [{level,
     * name, threshold, remaining, reached}]}}. {@code next} is null if the growth reaches the highest level.
     *
     * @throws ProblemException 403 {@code forbidden} if the token names no member; 404 {@code member-not-enrolled}
     */
    @GET
    @Path("me/roadmap")
    @RolesAllowed(Role.MEMBER)
    public Uni<RoadmapView> myRoadmap() {
        return qualification.roadmap(caller.member());
    }

    /**
     * The growth that one member still needs for each level, in the shape of {@code GET /me/roadmap}.
     *
     * @param reference the member's UUID, or {@code channel:externalId} such as {@code crm:4711}
     * @throws ProblemException 400 {@code invalid-request} if the reference has neither form; 404 {@code member-not-enrolled}
     */
    @GET
    @Path("members/{reference}/roadmap")
    @RolesAllowed(Role.MEMBERS_READ)
    public Uni<RoadmapView> memberRoadmap(@PathParam("reference") String reference) {
        return qualification.roadmap(Caller.named(reference));
    }

    /** The number of members, in all and by level: {@code {members, byLevel: {code: members}}}, the lowest level first. */
    @GET
    @Path("summary")
    @RolesAllowed(Role.MEMBERS_READ)
    public Uni<SummaryView> memberSummary() {
        return qualification.summary();
    }
}
