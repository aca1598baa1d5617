package dev.lodestone.community.posts;

import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.paging.Page;
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

/** Posts and comments. Every member may read them; only members of the circle may write. */
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
     * Publishes {@code {text}} as a post in a circle. Answers 201 {@code {id, circleId, author: {publicId, displayName}, text, comments,
     * publishedAt}}. The text has 1 to 5000 characters, counted by code point.
     *
     * @param circle the circle
     * @param key idempotency key, 1 to 100 characters; the same key with the same text answers the same post
     * @throws ProblemException 400 {@code invalid-request} or {@code idempotency-key-missing}; 403 {@code forbidden} if the token names no
     *     member; 403 {@code not-in-circle}; 404 {@code circle-unknown}; 422 {@code idempotency-key-reused} if the key was used for another
     *     text
     */
    @POST
    @Path("circles/{id}/posts")
    @RolesAllowed(Role.MEMBER)
    @APIResponseSchema(value = PostView.class, responseCode = "201")
    public Uni<Response> publishPost(
            @PathParam("id") UUID circle,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid Draft draft) {
        return posts.publish(caller.member(), circle, draft, once(key, "publish in " + circle, draft));
    }

    /**
     * A page of a circle's posts, newest first: {@code {items: [post], next}}; each post has the shape of {@code POST}. Pages have no gap and
     * no repetition, even if posts are published in the meantime.
     *
     * @param circle the circle
     * @param after {@code next} of the page before; leave it out for the first page
     * @param limit at most this many items, 1 to 100
     * @throws ProblemException 400 {@code invalid-request} if {@code after} or {@code limit} is not valid; 404 {@code circle-unknown}
     */
    @GET
    @Path("circles/{id}/posts")
    @RolesAllowed({Role.MEMBER, Role.MODERATION})
    public Uni<Page<PostView>> listPosts(
            @PathParam("id") UUID circle,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return feeds.posts(circle, after, limit);
    }

    /**
     * A page of the posts of one member in all circles, newest first, in the shape of {@code GET /circles/{id}/posts}. Removed posts are left out.
     *
     * @param reference the member's UUID, or {@code channel:externalId} such as {@code crm:4711}
     * @param after {@code next} of the page before; leave it out for the first page
     * @param limit at most this many items, 1 to 100
     * @throws ProblemException 400 {@code invalid-request} if the reference has neither form, or {@code after} or {@code limit} is not valid
     */
    @GET
    @Path("members/{reference}/posts")
    @RolesAllowed(Role.MEMBERS_READ)
    public Uni<Page<PostView>> listMemberPosts(
            @PathParam("reference") String reference,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return feeds.postsOf(Caller.named(reference), after, limit);
    }

    /**
     * Publishes {@code {text}} as a comment on a post. Answers 201 {@code {id, postId, author: {publicId, displayName}, text, commentedAt}}.
     * The text has 1 to 5000 characters, counted by code point.
     *
     * @param post the post
     * @param key idempotency key, 1 to 100 characters; the same key with the same text answers the same comment
     * @throws ProblemException 400 {@code invalid-request} or {@code idempotency-key-missing}; 403 {@code forbidden} if the token names no
     *     member; 403 {@code not-in-circle}; 404 {@code post-unknown}; 422 {@code idempotency-key-reused} if the key was used for another
     *     text
     */
    @POST
    @Path("posts/{id}/comments")
    @RolesAllowed(Role.MEMBER)
    @APIResponseSchema(value = CommentView.class, responseCode = "201")
    public Uni<Response> publishComment(
            @PathParam("id") UUID post,
            @HeaderParam(IdempotentRequest.HEADER) @Nullable String key,
            @NotNull @Valid Draft draft) {
        return posts.comment(caller.member(), post, draft, once(key, "comment on " + post, draft));
    }

    /**
     * A page of a post's comments, oldest first: {@code {items: [comment], next}}; each comment has the shape of {@code POST}.
     *
     * @param post the post
     * @param after {@code next} of the page before; leave it out for the first page
     * @param limit at most this many items, 1 to 100
     * @throws ProblemException 400 {@code invalid-request} if {@code after} or {@code limit} is not valid; 404 {@code post-unknown}
     */
    @GET
    @Path("posts/{id}/comments")
    @RolesAllowed({Role.MEMBER, Role.MODERATION})
    public Uni<Page<CommentView>> listComments(
            @PathParam("id") UUID post,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        return feeds.comments(post, after, limit);
    }

    /**
     * Removes a post and its comments, so that no member can read them any more. Members may remove their own posts, moderators every post.
     *
     * @param post the post
     * @throws ProblemException 400 {@code invalid-request} if the id is not a UUID; 403 {@code not-author}; 404 {@code post-unknown}, also if
     *     the post was removed before
     */
    @DELETE
    @Path("posts/{id}")
    @RolesAllowed({Role.MEMBER, Role.MODERATION})
    public Uni<Void> removePost(@PathParam("id") UUID post, @Context SecurityContext roles) {
        return posts.remove(
                post,
                new RemovalActor(
                        caller.subject(),
                        roles.isUserInRole(Role.MEMBER) ? caller.member() : null,
                        roles.isUserInRole(Role.MODERATION)));
    }

    private IdempotentRequest once(@Nullable String key, String operation, Draft draft) {
        return IdempotentRequest.of(caller.subject(), key, operation, draft);
    }
}
