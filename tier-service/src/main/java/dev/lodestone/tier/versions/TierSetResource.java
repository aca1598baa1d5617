package dev.lodestone.tier.versions;

import dev.lodestone.platform.approvals.ApprovalRequest;
import dev.lodestone.platform.definitions.DifferenceView;
import dev.lodestone.platform.parameter.Patterns;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.tier.tiersets.TierSet;
import dev.lodestone.tier.tiersets.TierSetCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;

/**
 * Operators draft, check, publish, approve, compare and roll back versions of the tier set {@code main}, by which levels are decided. Each PUT
 * may be repeated.
 */
@Path("/api/tier/v1/tier-sets")
@RolesAllowed(Role.TIER_SETS)
public class TierSetResource {
    private final Caller caller;
    private final TierSetDraftService drafts;
    private final TierSetPublicationService publications;
    private final TierSetConfig config;
    private final Transactions transactions;

    TierSetResource(
            Caller caller,
            TierSetDraftService drafts,
            TierSetPublicationService publications,
            TierSetConfig config,
            Transactions transactions) {
        this.caller = caller;
        this.drafts = drafts;
        this.publications = publications;
        this.config = config;
        this.transactions = transactions;
    }

    /** Returns the version of each tier set that is in force now. Versions by which levels cannot be decided are left out. */
    @GET
    public Uni<List<TierSetView>> listTierSetsInForce() {
        return transactions.read(drafts::inForce);
    }

    /** Returns tier sets to begin with, in the manner of well-known programmes, sorted by name. Their thresholds are examples. */
    @GET
    @Path("presets")
    public List<PresetView> listTierSetPresets() {
        return PresetView.all(config.zone());
    }

    /**
     * Returns all versions of a tier set, newest first, with the faults of those that were inserted by hand.
     *
     * @throws ProblemException 400 {@code invalid-request} if the code has the wrong form; 404 {@code tier-set-unknown}
     */
    @GET
    @Path("{code}/versions")
    public Uni<List<TierSetView>> listTierSetVersions(@PathParam("code") @Pattern(regexp = Patterns.CODE) String code) {
        return transactions.read(connection -> drafts.versions(connection, code));
    }

    /**
     * Returns the differences between two versions of a tier set, one entry for each changed field, sorted by path.
     *
     * @param from the first version
     * @param to the second version
     * @throws ProblemException 404 {@code tier-set-unknown} or {@code tier-set-version-unknown}
     */
    @GET
    @Path("{code}/differences")
    public Uni<List<DifferenceView>> compareTierSetVersions(
            @PathParam("code") @Pattern(regexp = Patterns.CODE) String code,
            @QueryParam("from") @NotNull @Min(1) Integer from,
            @QueryParam("to") @NotNull @Min(1) Integer to) {
        return transactions.read(connection -> drafts.differences(connection, code, from, to));
    }

    /**
     * Finds everything that is wrong with a document, each fault at its place; an empty list if it can be published. Nothing is stored, so it needs no {@code Idempotency-Key}.
     *
     * @throws ProblemException 400 {@code invalid-request} if a member is missing or of the wrong form
     */
    @POST
    @Path("validation")
    public List<TierSetCheck.Fault> validateTierSet(@NotNull @Valid TierSet definition) {
        return TierSetCheck.faults(definition);
    }

    /**
     * Creates or changes a draft. {@code version} is an existing draft or the next number. A proposed version becomes a draft again.
     *
     * @throws ProblemException 400 {@code invalid-tier-set}: {@code errors} has every fault at its place; 404 {@code tier-set-unknown}; 409
     *     {@code tier-set-version-skipped} or {@code tier-set-published}
     */
    @PUT
    @Path("{code}/versions/{version}")
    public Uni<TierSetView> draftTierSet(
            @PathParam("code") @Pattern(regexp = Patterns.CODE) String code,
            @PathParam("version") @Min(1) int version,
            @NotNull @Valid TierSet definition) {
        String operator = caller.subject();
        return transactions.run(tx -> drafts.draft(tx, code, version, definition, operator));
    }

    /**
     * Publishes a draft with effect from {@code effectiveFrom}: from then on, to the second, levels are decided by it. Where a second operator
     * is required, the draft becomes a proposal.
     *
     * @throws ProblemException 400 {@code effective-time-past}; 404 {@code tier-set-version-unknown}; 409 {@code tier-set-published} if it is
     *     published with another time
     */
    @PUT
    @Path("{code}/versions/{version}/publication")
    public Uni<TierSetView> publishTierSet(
            @PathParam("code") @Pattern(regexp = Patterns.CODE) String code,
            @PathParam("version") @Min(1) int version,
            @NotNull @Valid PublicationRequest request) {
        String operator = caller.subject();
        Instant from = request.effectiveFrom().toInstant();
        return transactions.run(tx -> publications.publish(tx, code, version, from, operator));
    }

    /**
     * Publishes a version that another operator proposed. Send the {@code contentHash} of the version that you read; if the version changed since
     * then, it is not published. A proposal ends when it would come into force.
     *
     * @throws ProblemException 403 {@code second-operator-needed}; 404 {@code tier-set-version-unknown}; 409 {@code tier-set-not-proposed},
     *     {@code proposal-changed} or {@code proposal-expired}
     */
    @PUT
    @Path("{code}/versions/{version}/approval")
    public Uni<TierSetView> approveTierSet(
            @PathParam("code") @Pattern(regexp = Patterns.CODE) String code,
            @PathParam("version") @Min(1) int version,
            @NotNull @Valid ApprovalRequest request) {
        String operator = caller.subject();
        return transactions.run(tx -> publications.approve(tx, code, version, request.contentHash(), operator));
    }

    /**
     * Publishes the next version with the document of the older, published version {@code to}.
     *
     * @throws ProblemException 400 {@code effective-time-past}; 404 {@code tier-set-version-unknown} if {@code to} was never published; 409
     *     {@code tier-set-version-skipped}, {@code tier-set-version-taken} or {@code tier-set-published}
     */
    @PUT
    @Path("{code}/versions/{version}/rollback")
    public Uni<TierSetView> rollBackTierSet(
            @PathParam("code") @Pattern(regexp = Patterns.CODE) String code,
            @PathParam("version") @Min(1) int version,
            @NotNull @Valid RollbackRequest request) {
        String operator = caller.subject();
        Instant from = request.effectiveFrom().toInstant();
        return transactions.run(tx -> publications.rollBack(tx, code, version, request.to(), from, operator));
    }
}
