package dev.lodestone.community.circles;

import dev.lodestone.community.paging.Cursor;
import dev.lodestone.community.paging.Page;
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

/** Circles: operators make them, members join them, both see them. */
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
     * Makes a circle. The code makes it repeatable: the same request again answers the same circle.
     *
     * @throws ProblemException 409 {@code circle-code-taken} if a circle of another name or description has the code
     */
    @POST
    @Path("circles")
    @ResponseStatus(201)
    @RolesAllowed(Role.CIRCLES)
    public Uni<CircleView> create(@NotNull @Valid NewCircle circle) {
        CircleEntity fresh = CircleEntity.of(circle, caller.subject(), clock.instant());
        return Panache.withTransaction(() ->
                        CircleEntity.withCode(circle.code()).onItem().ifNull().switchTo(fresh::persistAndFlush))
                // Somebody else made it between the look and the insert.
                .onFailure(ConstraintViolationException.class)
                .recoverWithUni(() -> Panache.withSession(() -> CircleEntity.withCode(circle.code())))
                .invoke(made -> mustBeMadeFrom(circle, made))
                .map(CircleEntity::view);
    }

    /** All circles in the order of their codes. */
    @GET
    @Path("circles")
    @RolesAllowed({Role.MEMBER, Role.CIRCLES, Role.MODERATION})
    @WithSession
    public Uni<Page<CircleView>> list(
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return CircleEntity.behind(Cursor.key(after, ""), limit + 1)
                .map(found ->
                        Page.of(found, limit, circle -> Cursor.of(circle.code)).map(CircleEntity::view));
    }

    /** Joins; whoever is in already stays in since the first time. */
    @POST
    @Path("circles/{id}/members")
    @RolesAllowed(Role.MEMBER)
    public Uni<MembershipView> join(@PathParam("id") UUID id) {
        return circles.join(id, caller.member());
    }

    private static void mustBeMadeFrom(NewCircle circle, CircleEntity made) {
        if (!made.madeFrom(circle)) {
            throw new ProblemException(
                    CircleProblems.CIRCLE_CODE_TAKEN, "Choose another code: " + circle.code() + " is " + made.name);
        }
    }
}
