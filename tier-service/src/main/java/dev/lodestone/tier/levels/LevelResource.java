package dev.lodestone.tier.levels;

import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.tier.membership.MembershipNumber;
import dev.lodestone.tier.tiersets.LevelView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** Levels and growth of members. Members read their own, operators the levels of any member. Growth is in whole units. */
@Path("/api/tier/v1")
public class LevelResource {
    private final LevelService levels;
    private final Caller caller;

    LevelResource(LevelService levels, Caller caller) {
        this.levels = levels;
        this.caller = caller;
    }

    /**
     * The caller's own membership: {@code {memberId, membershipNumber, level, levelName, levelNames, growth, enrolledAt}}.
     *
     * @throws ProblemException 403 {@code forbidden} if the token names no member; 404 {@code member-not-enrolled}
     */
    @GET
    @Path("me")
    @RolesAllowed(Role.MEMBER)
    public Uni<MemberTierView> myTier() {
        return levels.memberTier(caller.member());
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
        return levels.memberTier(Caller.named(reference));
    }

    /**
     * The membership with a number, in the shape of {@code GET /me}: how an operator finds the member of a card.
     *
     * @param number {@code L}, nine digits and a check digit
     * @throws ProblemException 400 {@code invalid-request} if the number is mistyped; 404 {@code member-not-enrolled} if it is not issued
     */
    @GET
    @Path("membership-numbers/{number}")
    @RolesAllowed(Role.MEMBERS_READ)
    public Uni<MemberTierView> memberWithNumber(
            @PathParam("number") @Pattern(regexp = MembershipNumber.FORM) String number) {
        return levels.memberTier(read(number));
    }

    /**
     * The growth that the caller still needs for each level: {@code {level, growth, growthByCriterion, next: {level, threshold, remaining,
     * measures, any}, levels: [{level, name, names, threshold, remaining, reached}], risk: {at, lostAt, to, measures, any}}}. {@code next} is
     * null on the highest level, {@code risk} if no loss is foreseen.
     *
     * @throws ProblemException 403 {@code forbidden} if the token names no member; 404 {@code member-not-enrolled}
     */
    @GET
    @Path("me/roadmap")
    @RolesAllowed(Role.MEMBER)
    public Uni<RoadmapView> myRoadmap() {
        return levels.roadmap(caller.member());
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
        return levels.roadmap(Caller.named(reference));
    }

    /**
     * The levels of the caller and why: {@code {stays, steps, decisions, facts}}. {@code stays} and {@code steps} are what is true of each day by
     * all that is known now; {@code decisions} are what was published when, so that a fact that came late is seen in the difference.
     *
     * @throws ProblemException 403 {@code forbidden} if the token names no member; 404 {@code member-not-enrolled}
     */
    @GET
    @Path("me/level-history")
    @RolesAllowed(Role.MEMBER)
    public Uni<HistoryView> myLevelHistory() {
        return levels.history(caller.member());
    }

    /**
     * The levels of one member and why, in the shape of {@code GET /me/level-history}.
     *
     * @param reference the member's UUID, or {@code channel:externalId} such as {@code crm:4711}
     * @throws ProblemException 400 {@code invalid-request} if the reference has neither form; 404 {@code member-not-enrolled}
     */
    @GET
    @Path("members/{reference}/level-history")
    @RolesAllowed(Role.MEMBERS_READ)
    public Uni<HistoryView> memberLevelHistory(@PathParam("reference") String reference) {
        return levels.history(Caller.named(reference));
    }

    /**
     * All levels of the tier set in force, the lowest first. Each has a {@code code} (stable), a {@code name} and {@code names} (shown to
     * members), a {@code threshold}: the growth that reaches it, in whole units, and {@code entry} and {@code keep}: what it takes to reach
     * and to keep it, by criterion. The list is never empty.
     */
    @GET
    @Path("levels")
    @RolesAllowed({Role.MEMBER, Role.MEMBERS_READ})
    public Uni<List<LevelView>> listLevels() {
        return levels.levels();
    }

    /** The number of members, in all and by level: {@code {members, byLevel: {code: members}}}, the lowest level first. */
    @GET
    @Path("summary")
    @RolesAllowed(Role.MEMBERS_READ)
    public Uni<SummaryView> memberSummary() {
        return levels.summary();
    }

    private static MembershipNumber read(String number) {
        try {
            return MembershipNumber.of(number);
        } catch (IllegalArgumentException mistyped) {
            throw new ProblemException(PlatformProblems.INVALID_REQUEST, String.valueOf(mistyped.getMessage()));
        }
    }
}
