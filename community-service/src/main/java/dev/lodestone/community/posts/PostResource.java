package dev.lodestone.community.posts;

import dev.lodestone.community.paging.Page;
import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.security.Caller;
import dev.lodestone.platform.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Posts and comments. Every member reads open circles; who writes must be in the circle. */
@Path("/api/community/v1")
public class PostResource {
    private final Caller caller;
    private final PostService posts;
    private final FeedService feeds;

    PostResource(Caller caller, PostService posts, FeedService feeds) {
        this.caller = caller;
        this.posts = posts;
        this.feeds = feeds;
    }

    /**
     * Publishes a post; the same key again answers the same post.
     *
     * @throws ProblemException 404 {@code circle-unknown}, 403 {@code not-in-circle}
     */
    @POST
    @Path("circles/{id}/posts")
    @RolesAllowed(Role.MEMBER)
    @APIResponseSchema(value = PostView.class, responseCode = "201")
    public Uni<Response> publish(
            @PathParam("id") UUID circle,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid Draft draft) {
        return posts.publish(caller.member(), circle, draft, once(key, "publish in " + circle, draft));
    }

    /**
     * The posts of a circle, newest first. Pages follow each other without a gap or a repetition, whatever is published meanwhile.
     *
     * @throws ProblemException 404 {@code circle-unknown}
     */
    @GET
    @Path("circles/{id}/posts")
    @RolesAllowed({Role.MEMBER, Role.MODERATION})
    public Uni<Page<PostView>> feed(
            @PathParam("id") UUID circle,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return feeds.posts(circle, after, limit);
    }

    /**
     * Comments on a post; the same key again answers the same comment.
     *
     * @throws ProblemException 404 {@code post-unknown}, 403 {@code not-in-circle}
     */
    @POST
    @Path("posts/{id}/comments")
    @RolesAllowed(Role.MEMBER)
    @APIResponseSchema(value = CommentView.class, responseCode = "201")
    public Uni<Response> comment(
            @PathParam("id") UUID post,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid Draft draft) {
        return posts.comment(caller.member(), post, draft, once(key, "comment on " + post, draft));
    }

    /**
     * The comments on a post, oldest first.
     *
     * @throws ProblemException 404 {@code post-unknown}
     */
    @GET
    @Path("posts/{id}/comments")
    @RolesAllowed({Role.MEMBER, Role.MODERATION})
    public Uni<Page<CommentView>> comments(
            @PathParam("id") UUID post,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return feeds.comments(post, after, limit);
    }

    /**
     * Removes a post with its comments from everybody's sight: members their own, moderators any.
     *
     * @throws ProblemException 404 {@code post-unknown}, also when it is removed already; 403 {@code not-author}
     */
    @DELETE
    @Path("posts/{id}")
    @RolesAllowed({Role.MEMBER, Role.MODERATION})
    public Uni<Void> remove(@PathParam("id") UUID post, @Context SecurityContext roles) {
        return posts.remove(
                post,
                new Remover(
                        caller.subject(),
                        roles.isUserInRole(Role.MEMBER) ? caller.member() : null,
                        roles.isUserInRole(Role.MODERATION)));
    }

    private IdempotentRequest once(@Nullable String key, String operation, Draft draft) {
        return IdempotentRequest.of(caller.subject(), key, operation, draft);
    }
}
