package dev.lodestone.community.challenges;

import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** The daily check-in of the caller. */
@Path("/api/community/v1")
@RolesAllowed(Role.MEMBER)
public class CheckInResource {
    private final Caller caller;
    private final CheckInService checkIns;

    CheckInResource(Caller caller, CheckInService checkIns) {
        this.caller = caller;
        this.checkIns = checkIns;
    }

    /**
     * Checks the caller in for today, in the caller's time zone. Answers {@code {localDate, streakDays, checkedInAt}}. Idempotent without an
     * {@code Idempotency-Key}: a repetition on the same day answers the first check-in again.
     *
     * @throws ProblemException 403 {@code forbidden} if the token names no member
     */
    @POST
    @Path("me/check-ins")
    public Uni<CheckIn> checkIn() {
        return checkIns.checkIn(caller.member());
    }

    /**
     * The caller's streak: {@code {checkedInToday, streakDays, lastDay}}. {@code streakDays} counts the days in a row up to today or
     * yesterday; it is 0 if the streak is broken. {@code lastDay} is null before the first check-in.
     *
     * @throws ProblemException 403 {@code forbidden} if the token names no member
     */
    @GET
    @Path("me/check-ins")
    public Uni<StreakView> getStreak() {
        return checkIns.streak(caller.member());
    }
}
