package dev.lodestone.community.circles;

import dev.lodestone.platform.paging.Cursor;
import dev.lodestone.platform.paging.Page;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Circles: operators create them, members join them, both list them. */
@Path("/api/community/v1")
public class CircleResource {
    private final Caller caller;
    private final Clock clock;
    private final CircleService circles;

    CircleResource(Caller caller, Clock clock, CircleService circles) {
        this.caller = caller;
        this.clock = clock;
        this.circles = circles;
    }

    /**
     * Creates a circle from {@code {code, name, description}}; the description is optional. Answers 201 {@code {id, code, name, description,
     * members, posts, createdAt}}. Idempotent by its code, without an {@code Idempotency-Key}: the same request again answers the same circle.
     *
     * @throws ProblemException 400 {@code invalid-request}; 409 {@code circle-code-taken} if a circle with another name or description has
     *     the code
     */
    @POST
    @Path("circles")
    @ResponseStatus(201)
    @RolesAllowed(Role.CIRCLES)
    public Uni<CircleView> createCircle(@NotNull @Valid NewCircle circle) {
        CircleEntity fresh = CircleEntity.of(circle, caller.subject(), clock.instant());
        return Panache.withTransaction(() ->
                        CircleEntity.withCode(circle.code()).onItem().ifNull().switchTo(fresh::persistAndFlush))
                // Another request created it between the query and the insert.
                .onFailure(ConstraintViolationException.class)
                .recoverWithUni(() -> Panache.withSession(() -> CircleEntity.withCode(circle.code())))
                .invoke(found -> mustMatch(circle, found))
                .map(CircleEntity::view);
    }

    /**
     * A page of circles, sorted by code: {@code {items: [{id, code, name, description, members, posts, createdAt}], next}}.
     *
     * @param after {@code next} of the page before; leave it out for the first page
     * @param limit at most this many items, 1 to 100
     * @throws ProblemException 400 {@code invalid-request} if {@code after} or {@code limit} is not valid
     */
    @GET
    @Path("circles")
    @RolesAllowed({Role.MEMBER, Role.CIRCLES, Role.MODERATION})
    @WithSession
    public Uni<Page<CircleView>> listCircles(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return CircleEntity.after(Cursor.key(after, ""), limit + 1)
                .map(found ->
                        Page.of(found, limit, circle -> Cursor.of(circle.code)).map(CircleEntity::view));
    }

    /**
     * Joins a circle as the caller. Answers {@code {circleId, joinedAt}}. Idempotent without an {@code Idempotency-Key}: a member who joins
     * again keeps the first {@code joinedAt}.
     *
     * @param id the circle
     * @throws ProblemException 400 {@code invalid-request} if the id is not a UUID; 403 {@code forbidden} if the token names no member; 404
     *     {@code circle-unknown}
     */
    @POST
    @Path("circles/{id}/members")
    @RolesAllowed(Role.MEMBER)
    public Uni<MembershipView> joinCircle(@PathParam("id") UUID id) {
        return circles.join(id, caller.member());
    }

    private static void mustMatch(NewCircle circle, CircleEntity found) {
        if (!found.matches(circle)) {
            throw new ProblemException(
                    CircleProblems.CIRCLE_CODE_TAKEN,
                    "Choose another code: " + circle.code() + " is the code of the circle " + found.name);
        }
    }
}
