package dev.lodestone.points.earning.explanation;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.earning.evaluation.Audience;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** Explains to members and operators why points were posted, and why rules did not pay. */
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

    /**
     * Returns why one of the caller's postings was made: a summary and the steps of the arithmetic, in Chinese and English. {@code amount} is in
     * whole units of the asset.
     *
     * <p>Errors: 404 {@code posting-unknown}.
     */
    @GET
    @Path("me/postings/{id}/explanation")
    @RolesAllowed(Role.MEMBER)
    public Uni<PostingExplanationView> explainMyPosting(@PathParam("id") UUID id) {
        MemberId member = caller.member();
        return transactions
                .read(connection -> explanations.posting(connection, member, id, Audience.MEMBER))
                .map(PostingExplanationView::forMember);
    }

    /**
     * Returns why a posting of a member was made, as {@code explainMyPosting}, with the actor of a manual posting.
     *
     * <p>Errors: 404 {@code posting-unknown}.
     */
    @GET
    @Path("members/{reference}/postings/{id}/explanation")
    @RolesAllowed(Role.MEMBERS_READ)
    public Uni<PostingExplanationView> explainPosting(
            @PathParam("reference") String reference, @PathParam("id") UUID id) {
        MemberId member = Caller.named(reference);
        return transactions.read(connection -> explanations.posting(connection, member, id, Audience.MEMBER));
    }

    /**
     * Returns the recorded events of one of the caller's orders, each with the outcome of each rule in force. Points are whole units of each
     * rule's asset.
     *
     * <p>Errors: 404 {@code order-unknown}.
     */
    @GET
    @Path("me/orders/{orderId}/explanation")
    @RolesAllowed(Role.MEMBER)
    public Uni<OrderExplanationView> explainMyOrder(@PathParam("orderId") @Pattern(regexp = ORDER_ID) String orderId) {
        MemberId member = caller.member();
        return transactions.read(connection -> explanations.order(connection, member, orderId, Audience.MEMBER));
    }

    /**
     * Returns the recorded events of a member's order with the outcomes of the rules, as {@code explainMyOrder}.
     *
     * <p>Errors: 404 {@code order-unknown}.
     */
    @GET
    @Path("members/{reference}/orders/{orderId}/explanation")
    @RolesAllowed(Role.MEMBERS_READ)
    public Uni<OrderExplanationView> explainOrder(
            @PathParam("reference") String reference,
            @PathParam("orderId") @Pattern(regexp = ORDER_ID) String orderId) {
        MemberId member = Caller.named(reference);
        return transactions.read(connection -> explanations.order(connection, member, orderId, Audience.OPERATOR));
    }
}
