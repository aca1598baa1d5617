package dev.lodestone.community.posts;

import dev.lodestone.community.circles.CircleService;
import dev.lodestone.community.members.MemberService;
import dev.lodestone.community.members.PublicMember;
import dev.lodestone.events.MemberId;
import dev.lodestone.platform.paging.Cursor;
import dev.lodestone.platform.paging.Page;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads posts and comments page by page. Their numbers follow the order of commits. So a post that is published while a member reads page
 * after page appears before the first page of the feed, and a comment after the last page of comments, never in between.
 */
@ApplicationScoped
class FeedService {
    private final MemberService members;
    private final CircleService circles;
    private final PostRepository repository;
    private final Transactions transactions;

    FeedService(MemberService members, CircleService circles, PostRepository repository, Transactions transactions) {
        this.members = members;
        this.circles = circles;
        this.repository = repository;
        this.transactions = transactions;
    }

    /**
     * The posts of a circle, newest first.
     *
     * @throws ProblemException 400 {@code invalid-request} if {@code after} is not a cursor; 404 {@code circle-unknown}
     */
    Uni<Page<PostView>> posts(UUID circle, @Nullable String after, int limit) {
        long before = Cursor.number(after, Long.MAX_VALUE);
        return transactions.read(connection -> circles.mustExist(connection, circle)
                .chain(() -> repository.newest(connection, circle, before, limit + 1))
                .map(found -> Page.of(found, limit, post -> Cursor.of(post.seq())))
                .chain(page -> postViews(connection, page)));
    }

    /**
     * The posts of a member in all circles, newest first.
     *
     * @throws ProblemException 400 {@code invalid-request} if {@code after} is not a cursor
     */
    Uni<Page<PostView>> postsOf(MemberId author, @Nullable String after, int limit) {
        UUID before = Cursor.id(after);
        return transactions.read(connection -> repository
                .newestOf(connection, author.value(), before, limit + 1)
                .map(found -> Page.of(found, limit, post -> Cursor.of(post.id())))
                .chain(page -> postViews(connection, page)));
    }

    /**
     * The comments on a post, oldest first.
     *
     * @throws ProblemException 400 {@code invalid-request} if {@code after} is not a cursor; 404 {@code post-unknown}
     */
    Uni<Page<CommentView>> comments(UUID post, @Nullable String after, int limit) {
        long lastSeen = Cursor.number(after, 0);
        return transactions.read(connection -> repository
                .find(connection, post)
                .map(found -> found.orElseThrow(() -> PostService.unknown(post)))
                .chain(() -> repository.comments(connection, post, lastSeen, limit + 1))
                .map(found -> Page.of(found, limit, comment -> Cursor.of(comment.seq())))
                .chain(page -> commentViews(connection, page)));
    }

    private Uni<Page<PostView>> postViews(SqlConnection connection, Page<Post> page) {
        return members.shown(
                        connection, page.items().stream().map(Post::authorId).collect(Collectors.toSet()))
                .map(authors -> page.map(post -> post.view(author(authors, post.authorId()))));
    }

    private Uni<Page<CommentView>> commentViews(SqlConnection connection, Page<Comment> page) {
        return members.shown(
                        connection, page.items().stream().map(Comment::authorId).collect(Collectors.toSet()))
                .map(authors -> page.map(comment -> comment.view(author(authors, comment.authorId()))));
    }

    private static PublicMember author(Map<UUID, PublicMember> authors, UUID id) {
        return Objects.requireNonNull(authors.get(id), "the authors of all items were loaded");
    }
}
