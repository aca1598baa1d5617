package dev.lodestone.recall.profile;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The profiles and the lifecycle of members, for operators. */
@Path("/api/recall/v1")
public class ProfileResource {
    private final Transactions transactions;
    private final ProfileRepository profiles;
    private final ProfileService service;
    private final ProfileConfig config;

    ProfileResource(
            Transactions transactions, ProfileRepository profiles, ProfileService service, ProfileConfig config) {
        this.transactions = transactions;
        this.profiles = profiles;
        this.service = service;
        this.config = config;
    }

    /**
     * Returns the figures of a member's orders so far. {@code amountMinor} is in the minor unit of {@code currency}.
     *
     * @throws ProblemException 400 {@code invalid-request} if the reference is malformed; 404 {@code not-found} if no order of the member is known
     */
    @GET
    @Path("members/{reference}/profile")
    @RolesAllowed(Role.MEMBERS_READ)
    public Uni<ProfileView> getProfile(@PathParam("reference") String reference) {
        MemberId member = Caller.named(reference);
        return transactions
                .read(connection -> profiles.find(connection, member, service.today(), config))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        PlatformProblems.NOT_FOUND, "No order of this member is known; check the reference"));
    }

    /**
     * Returns the number of members in each state of the lifecycle on a day.
     *
     * @param asOf the day, such as {@code 2026-01-31}; today if left out
     * @throws ProblemException 400 {@code invalid-request} if {@code asOf} is not a day
     */
    @GET
    @Path("lifecycle")
    @RolesAllowed({Role.CAMPAIGNS, Role.MEMBERS_READ})
    public Uni<LifecycleView> countLifecycle(@QueryParam("asOf") @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? service.today() : asOf;
        return transactions.read(connection -> profiles.count(connection, day, config.lifecycleRule()));
    }
}
