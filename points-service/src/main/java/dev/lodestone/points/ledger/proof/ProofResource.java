package dev.lodestone.points.ledger.proof;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.points.ledger.account.Asset;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Members and operators download statements that can be checked offline. */
@Path("/api/points/v1")
public class ProofResource {
    private static final String CURSOR = "[1-9][0-9]{0,17}";

    private final Caller caller;
    private final ProofService proofs;

    ProofResource(Caller caller, ProofService proofs) {
        this.caller = caller;
        this.proofs = proofs;
    }

    /**
     * Returns the caller's sealed postings with what proves each of them, as a file that docs/verify-statement.sh checks offline.
     *
     * {@snippet lang=json :
     * {"format": "lodestone-statement-proof/1", "memberId": "0b9f6f0e-7f0c-5c56-9d0a-3c1f6f0f2a11", "asset": "POINTS", "after": 0, "next": null,
     *  "unsealed": 0, "keys": [], "blocks": [], "postings": []}
     * }
     *
     * @param after the number of the posting after which the proof starts; from the first one if left out
     * @throws ProblemException 400 {@code invalid-request} if {@code after} or {@code limit} is not valid
     */
    @GET
    @Path("me/statement/proof")
    @RolesAllowed(Role.MEMBER)
    public Uni<Response> myProof(
            @QueryParam("asset") @DefaultValue("POINTS") Asset asset,
            @QueryParam("after") @Pattern(regexp = CURSOR) @Nullable String after,
            @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(1000) int limit) {
        return proof(caller.member(), asset, after, limit);
    }

    /**
     * Returns a member's sealed postings with what proves each of them, in the form of {@code GET /me/statement/proof}.
     *
     * {@snippet lang=json :
     * {"format": "lodestone-statement-proof/1", "memberId": "0b9f6f0e-7f0c-5c56-9d0a-3c1f6f0f2a11", "asset": "POINTS", "after": 0, "next": null,
     *  "unsealed": 0, "keys": [], "blocks": [], "postings": []}
     * }
     *
     * @param after the number of the posting after which the proof starts; from the first one if left out
     * @throws ProblemException 400 {@code invalid-request} if {@code after} or {@code limit} is not valid
     */
    @GET
    @Path("members/{reference}/statement/proof")
    @RolesAllowed(Role.MEMBERS_READ)
    public Uni<Response> proofOf(
            @PathParam("reference") String reference,
            @QueryParam("asset") @DefaultValue("POINTS") Asset asset,
            @QueryParam("after") @Pattern(regexp = CURSOR) @Nullable String after,
            @QueryParam("limit") @DefaultValue("1000") @Min(1) @Max(1000) int limit) {
        return proof(Caller.named(reference), asset, after, limit);
    }

    private Uni<Response> proof(MemberId member, Asset asset, @Nullable String after, int limit) {
        long from = after == null ? 0 : Long.parseLong(after);
        return proofs.prove(member, asset, from, limit).map(ProofResource::download);
    }

    private static Response download(String document) {
        return Response.ok(document, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statement-proof.json\"")
                .build();
    }
}
