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

    /** The profile of one member; 404 without any order. */
    @GET
    @Path("members/{reference}/profile")
    @RolesAllowed(Role.MEMBERS_READ)
    public Uni<ProfileView> profile(@PathParam("reference") String reference) {
        MemberId member = Caller.named(reference);
        return transactions
                .read(connection -> profiles.find(connection, member, service.today(), config))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        PlatformProblems.NOT_FOUND, "No order of this member is known; check the reference"));
    }

    /** The number of members in each state on the day {@code asOf}; today by default. */
    @GET
    @Path("lifecycle")
    @RolesAllowed({Role.CAMPAIGNS, Role.MEMBERS_READ})
    public Uni<LifecycleView> lifecycle(@QueryParam("asOf") @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? service.today() : asOf;
        return transactions.read(connection -> profiles.count(connection, day, config.lifecycleRule()));
    }
}
