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
 * Membership of circles and their counters. A counter changes in the transaction of the post that it counts, under the lock of the circle's
 * row. Transactions lock the member first, then the post, then the circle.
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
     * Adds {@code member} to the circle; does nothing if the member is in it already.
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
     * Counts a post that {@code author} is about to publish. Locks the circle until the transaction ends.
     *
     * @return the number of the post in the circle, from 1, in the order of commits
     * @throws ProblemException 404 {@code circle-unknown}, 403 {@code not-in-circle}
     */
    public Uni<Long> addPost(SqlConnection tx, UUID circle, MemberId author) {
        return mustBeIn(tx, circle, author).chain(() -> repository.addPost(tx, circle));
    }

    /** Subtracts a removed post from the circle. Locks the circle until the transaction ends. */
    public Uni<Void> removePost(SqlConnection tx, UUID circle) {
        return repository.removePost(tx, circle);
    }

    /** @throws ProblemException 404 {@code circle-unknown}, 403 {@code not-in-circle} */
    public Uni<Void> mustBeIn(SqlConnection connection, UUID circle, MemberId member) {
        return repository
                .membership(connection, circle, member)
                .chain(membership -> membership.isPresent()
                        ? Uni.createFrom().voidItem()
                        : mustExist(connection, circle).onItem().failWith(() -> notInCircle(circle)));
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

    private static ProblemException notInCircle(UUID circle) {
        return new ProblemException(
                CircleProblems.NOT_IN_CIRCLE,
                "Join the circle first: POST /api/community/v1/circles/" + circle + "/members");
    }

    private static ProblemException unknown(UUID circle) {
        return new ProblemException(
                CircleProblems.CIRCLE_UNKNOWN,
                "No circle has the id " + circle + ". Use an id from the list of circles");
    }
}
