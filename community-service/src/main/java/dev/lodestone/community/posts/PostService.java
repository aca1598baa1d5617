package dev.lodestone.community.posts;

import dev.lodestone.community.circles.CircleService;
import dev.lodestone.community.members.Member;
import dev.lodestone.community.members.MemberService;
import dev.lodestone.events.EventSource;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.community.CommunityFact;
import dev.lodestone.events.community.PostCommented;
import dev.lodestone.events.community.PostPublished;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.idempotency.Idempotency;
import dev.lodestone.platform.idempotency.IdempotentRequest;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.outbox.Outbox;
import dev.lodestone.platform.outbox.OutboxRow;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Publishes and removes posts, and publishes comments. Rows, counters and events of each operation are written in one transaction. */
@ApplicationScoped
class PostService {
    private final MemberService members;
    private final CircleService circles;
    private final PostRepository repository;
    private final Idempotency idempotency;
    private final Transactions transactions;
    private final Clock clock;

    PostService(
            MemberService members,
            CircleService circles,
            PostRepository repository,
            Idempotency idempotency,
            Transactions transactions,
            Clock clock) {
        this.members = members;
        this.circles = circles;
        this.repository = repository;
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Publishes a post. The answer is 201 with a {@link PostView}.
     *
     * @throws ProblemException 404 {@code circle-unknown}, 403 {@code not-in-circle}
     */
    Uni<Response> publish(MemberId author, UUID circle, Draft draft, IdempotentRequest request) {
        return idempotency.run(
                request,
                Status.CREATED,
                tx -> members.lock(tx, author).chain(locked -> publish(tx, locked, circle, draft)));
    }

    /**
     * Publishes a comment. The answer is 201 with a {@link CommentView}.
     *
     * @throws ProblemException 404 {@code post-unknown}, 403 {@code not-in-circle}
     */
    Uni<Response> comment(MemberId author, UUID post, Draft draft, IdempotentRequest request) {
        return idempotency.run(
                request,
                Status.CREATED,
                tx -> members.lock(tx, author).chain(locked -> comment(tx, locked, post, draft)));
    }

    /**
     * Removes a post. Its row stays, with the time and the actor of the removal.
     *
     * @throws ProblemException 404 {@code post-unknown}, 403 {@code not-author}
     */
    Uni<Void> remove(UUID post, RemovalActor actor) {
        return transactions.run(tx -> repository
                .lock(tx, post)
                .map(found -> found.orElseThrow(() -> unknown(post)))
                .invoke(found -> mustBeAllowed(actor, found))
                .call(() -> repository.remove(tx, post, clock.instant(), actor.subject()))
                .chain(found -> circles.removePost(tx, found.circleId())));
    }

    private Uni<PostView> publish(SqlConnection tx, Member author, UUID circle, Draft draft) {
        return circles.addPost(tx, circle, author.id())
                .map(seq -> new Post(Ids.next(), circle, seq, author.id().value(), draft.text(), 0, clock.instant()))
                .call(post -> repository.add(tx, post))
                .call(post -> append(tx, author, post.publishedAt(), new PostPublished(post.id(), circle)))
                .map(post -> post.view(members.shown(author)));
    }

    private Uni<CommentView> comment(SqlConnection tx, Member author, UUID postId, Draft draft) {
        return repository
                .lock(tx, postId)
                .map(found -> found.orElseThrow(() -> unknown(postId)))
                .call(post -> circles.mustBeIn(tx, post.circleId(), author.id()))
                .chain(post -> comment(tx, author, post, draft))
                .map(comment -> comment.view(members.shown(author)));
    }

    private Uni<Comment> comment(SqlConnection tx, Member author, Post post, Draft draft) {
        Comment comment = new Comment(
                Ids.next(), post.id(), post.comments() + 1, author.id().value(), draft.text(), clock.instant());
        return repository
                .add(tx, comment)
                .chain(() -> append(
                        tx, author, comment.commentedAt(), new PostCommented(comment.id(), post.id(), post.circleId())))
                .replaceWith(comment);
    }

    private static Uni<Void> append(SqlConnection tx, Member author, Instant at, CommunityFact fact) {
        Event<CommunityFact> event =
                new Event<>(Ids.next().toString(), EventSource.COMMUNITY, author.id(), at, fact, null, null);
        return Outbox.append(tx, List.of(OutboxRow.of(event)));
    }

    private static void mustBeAllowed(RemovalActor actor, Post post) {
        if (!actor.mayRemovePostOf(post.authorId())) {
            throw new ProblemException(PostProblems.NOT_AUTHOR, "Ask a moderator to remove posts of other members");
        }
    }

    static ProblemException unknown(UUID post) {
        return new ProblemException(
                PostProblems.POST_UNKNOWN, "No post has the id " + post + ", or it was removed. Read the feed again");
    }
}
