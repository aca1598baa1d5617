package dev.lodestone.community.members;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The caller as other members see them. */
@Path("/api/community/v1")
@RolesAllowed(Role.MEMBER)
public class MeResource {
    private final Caller caller;
    private final MemberService members;
    private final Transactions transactions;

    MeResource(Caller caller, MemberService members, Transactions transactions) {
        this.caller = caller;
        this.members = members;
        this.transactions = transactions;
    }

    /**
     * The public id and the name that other members see: {@code {publicId, displayName}}. An app finds the caller's own posts by the public
     * id. {@code displayName} is null if the member's profile has no name.
     *
     * @throws ProblemException 403 {@code forbidden} if the token names no member
     */
    @GET
    @Path("me")
    public Uni<PublicMember> getMyPublicMember() {
        MemberId member = caller.member();
        return transactions.read(connection -> members.find(connection, member).map(members::shown));
    }
}
