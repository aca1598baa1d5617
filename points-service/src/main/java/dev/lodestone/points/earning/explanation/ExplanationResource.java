package dev.lodestone.points.earning.explanation;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** Why and why not, for the member and for operators. */
@Path("/api/points/v1")
public class ExplanationResource {
    private static final String ORDER_ID = "[^\\x00]{1,100}";

    private final Caller caller;
    private final Transactions transactions;
    private final ExplanationService explanations;

    ExplanationResource(Caller caller, Transactions transactions, ExplanationService explanations) {
        this.caller = caller;
        this.transactions = transactions;
        this.explanations = explanations;
    }

    @GET
    @Path("me/postings/{id}/explanation")
    @RolesAllowed(Role.MEMBER)
    public Uni<PostingExplanationView> explainMyPosting(@PathParam("id") UUID id) {
        MemberId member = caller.member();
        return transactions
                .read(connection -> explanations.posting(connection, member, id))
                .map(PostingExplanationView::forMember);
    }

    @GET
    @Path("members/{reference}/postings/{id}/explanation")
    @RolesAllowed(Role.MEMBERS_READ)
    public Uni<PostingExplanationView> explainPosting(@PathParam("reference") String reference, @PathParam("id") UUID id) {
        MemberId member = Caller.named(reference);
        return transactions.read(connection -> explanations.posting(connection, member, id));
    }

    @GET
    @Path("me/orders/{orderId}/explanation")
    @RolesAllowed(Role.MEMBER)
    public Uni<OrderExplanationView> explainMyOrder(@PathParam("orderId") @Pattern(regexp = ORDER_ID) String orderId) {
        MemberId member = caller.member();
        return transactions.read(connection -> explanations.order(connection, member, orderId));
    }

    @GET
    @Path("members/{reference}/orders/{orderId}/explanation")
    @RolesAllowed(Role.MEMBERS_READ)
    public Uni<OrderExplanationView> explainOrder(
            @PathParam("reference") String reference,
            @PathParam("orderId") @Pattern(regexp = ORDER_ID) String orderId) {
        MemberId member = Caller.named(reference);
        return transactions.read(connection -> explanations.order(connection, member, orderId));
    }
}
