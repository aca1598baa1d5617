package dev.lodestone.community.circles;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/**
 * The door of circles for effects. The counters change in the effect's transaction, under the lock of the circle's row, which is taken
 * after that of a member and that of a post.
 */
@ApplicationScoped
public class CircleService {
    private final CircleRepository repository;
    private final Transactions transactions;
    private final Clock clock;

    CircleService(CircleRepository repository, Transactions transactions, Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Brings {@code member} into the circle, once.
     *
     * @throws ProblemException 404 {@code circle-unknown}
     */
    Uni<MembershipView> join(UUID circle, MemberId member) {
        return transactions.run(tx -> repository
                .join(tx, circle, member, clock.instant())
                .chain(() -> repository.membership(tx, circle, member))
                .map(membership -> membership.orElseThrow(() -> unknown(circle))));
    }

    /**
     * Counts a post that {@code author} is about to publish.
     *
     * @return its number in the circle, from 1, in the order of commits
     * @throws ProblemException 404 {@code circle-unknown}, 403 {@code not-in-circle}
     */
    public Uni<Long> addPost(SqlConnection tx, UUID circle, MemberId author) {
        return mustBeIn(tx, circle, author).chain(() -> repository.addPost(tx, circle));
    }

    /** Counts a post out that was published in the circle and is removed. */
    public Uni<Void> removePost(SqlConnection tx, UUID circle) {
        return repository.removePost(tx, circle);
    }

    /** @throws ProblemException 404 {@code circle-unknown}, 403 {@code not-in-circle} */
    public Uni<Void> mustBeIn(SqlConnection connection, UUID circle, MemberId member) {
        return repository
                .membership(connection, circle, member)
                .chain(membership -> membership.isPresent()
                        ? Uni.createFrom().voidItem()
                        : mustExist(connection, circle).invoke(() -> {
                            throw new ProblemException(
                                    CircleProblems.NOT_IN_CIRCLE, "Join the circle first: POST its members");
                        }));
    }

    /** @throws ProblemException 404 {@code circle-unknown} */
    public Uni<Void> mustExist(SqlConnection connection, UUID circle) {
        return repository
                .exists(connection, circle)
                .invoke(exists -> {
                    if (!exists) {
                        throw unknown(circle);
                    }
                })
                .replaceWithVoid();
    }

    private static ProblemException unknown(UUID circle) {
        return new ProblemException(
                CircleProblems.CIRCLE_UNKNOWN,
                "No circle has the id " + circle + ": take one from the list of circles");
    }
}
