package dev.lodestone.community.members;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The member who asks, as others see them. */
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

    /** The public id and the name under which the caller's posts are shown: an app finds the caller's own by it. */
    @GET
    @Path("me")
    public Uni<PublicMember> me() {
        MemberId member = caller.member();
        return transactions.read(connection -> members.find(connection, member).map(members::shown));
    }
}
