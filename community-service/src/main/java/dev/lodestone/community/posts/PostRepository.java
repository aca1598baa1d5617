package dev.lodestone.community.posts;

import dev.lodestone.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables {@code post} and {@code comment}. No query returns a removed post. */
@ApplicationScoped
class PostRepository {
    private static final String POST = "select id, circle_id, seq, author_id, text, comments, published_at from post";
    private static final String FIND = POST + " where id = $1 and removed_at is null";
    private static final String LOCK = FIND + " for no key update";
    private static final String NEWEST = POST + """
             where circle_id = $1 and seq < $2 and removed_at is null order by seq desc limit $3
            """;
    /** Ids are in the order in which they were given out. */
    private static final String NEWEST_OF_AUTHOR = POST + """
             where author_id = $1 and ($2::uuid is null or id < $2) and removed_at is null order by id desc limit $3
            """;

    private static final String ADD_POST = """
            insert into post (id, circle_id, seq, author_id, text, comments, published_at) values ($1, $2, $3, $4, $5, 0, $6)
            """;
    private static final String REMOVE = "update post set removed_at = $2, removed_by = $3 where id = $1";
    private static final String COMMENTS = """
            select id, post_id, seq, author_id, text, commented_at from comment where post_id = $1 and seq > $2 order by seq limit $3
            """;
    private static final String ADD_COMMENT = """
            with counted as (update post set comments = comments + 1 where id = $2)
            insert into comment (id, post_id, seq, author_id, text, commented_at) values ($1, $2, $3, $4, $5, $6)
            """;

    Uni<Optional<Post>> find(SqlConnection connection, UUID id) {
        return one(connection, FIND, id);
    }

    /** Like {@link #find}, and locks the post until the transaction ends, so that no other transaction comments on it or removes it. */
    Uni<Optional<Post>> lock(SqlConnection tx, UUID id) {
        return one(tx, LOCK, id);
    }

    /** The posts of the circle with a number below {@code before}, newest first. */
    Uni<List<Post>> newest(SqlConnection connection, UUID circle, long before, int limit) {
        return connection
                .preparedQuery(NEWEST)
                .execute(Tuple.of(circle, before, limit))
                .map(rows -> rows.stream().map(PostRepository::post).toList());
    }

    /** The posts of the member with an id below {@code before}, newest first. */
    Uni<List<Post>> newestOf(SqlConnection connection, UUID author, @Nullable UUID before, int limit) {
        return connection
                .preparedQuery(NEWEST_OF_AUTHOR)
                .execute(Tuple.of(author, before, limit))
                .map(rows -> rows.stream().map(PostRepository::post).toList());
    }

    Uni<Void> add(SqlConnection tx, Post post) {
        return tx.preparedQuery(ADD_POST)
                .execute(Tuple.of(
                        post.id(),
                        post.circleId(),
                        post.seq(),
                        post.authorId(),
                        post.text(),
                        post.publishedAt().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    Uni<Void> remove(SqlConnection tx, UUID id, Instant at, String by) {
        return tx.preparedQuery(REMOVE)
                .execute(Tuple.of(id, at.atOffset(ZoneOffset.UTC), by))
                .replaceWithVoid();
    }

    /** The comments on the post with a number above {@code after}, oldest first. */
    Uni<List<Comment>> comments(SqlConnection connection, UUID post, long after, int limit) {
        return connection
                .preparedQuery(COMMENTS)
                .execute(Tuple.of(post, after, limit))
                .map(rows -> rows.stream().map(PostRepository::comment).toList());
    }

    /** Adds the comment and counts it. The caller has locked the post. */
    Uni<Void> add(SqlConnection tx, Comment comment) {
        return tx.preparedQuery(ADD_COMMENT)
                .execute(Tuple.of(
                        comment.id(),
                        comment.postId(),
                        comment.seq(),
                        comment.authorId(),
                        comment.text(),
                        comment.commentedAt().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static Uni<Optional<Post>> one(SqlConnection connection, String query, UUID id) {
        return connection
                .preparedQuery(query)
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().findFirst().map(PostRepository::post));
    }

    private static Post post(Row row) {
        return new Post(
                row.getUUID("id"),
                row.getUUID("circle_id"),
                row.getLong("seq"),
                row.getUUID("author_id"),
                row.getString("text"),
                row.getLong("comments"),
                Rows.instant(row, "published_at"));
    }

    private static Comment comment(Row row) {
        return new Comment(
                row.getUUID("id"),
                row.getUUID("post_id"),
                row.getLong("seq"),
                row.getUUID("author_id"),
                row.getString("text"),
                Rows.instant(row, "commented_at"));
    }
}
