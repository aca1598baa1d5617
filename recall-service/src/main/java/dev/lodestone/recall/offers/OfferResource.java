package dev.lodestone.recall.offers;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.paging.Cursor;
import dev.lodestone.platform.paging.Page;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The offers of a member. */
@Path("/api/recall/v1/me/offers")
@RolesAllowed(Role.MEMBER)
public class OfferResource {
    private final Transactions transactions;
    private final OfferRepository offers;
    private final Caller caller;
    private final Clock clock;

    OfferResource(Transactions transactions, OfferRepository offers, Caller caller, Clock clock) {
        this.transactions = transactions;
        this.offers = offers;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Returns the caller's open offers: {@code {items, next}}. An order today would accept them. {@code bonusPoints} are whole units.
     *
     * @throws ProblemException 400 {@code invalid-request} if {@code after} or {@code limit} is not valid; 403 {@code forbidden} if the token
     *     names no member
     */
    @GET
    public Uni<Page<OfferView>> listMyOffers(
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
            @QueryParam("after") @Nullable String after) {
        MemberId member = caller.member();
        UUID last = Cursor.id(after);
        return transactions
                .read(connection -> offers.findOpen(connection, member, clock.instant(), last, limit + 1))
                .map(rows -> Page.of(rows, limit, offer -> Cursor.of(offer.offerId())));
    }
}
