package dev.lodestone.tier.membership;

import dev.lodestone.events.EventSource;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.tiers.MemberEnrolled;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.outbox.Outbox;
import dev.lodestone.platform.outbox.OutboxRow;
import dev.lodestone.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Enrols members and finds their memberships. */
@ApplicationScoped
public class MembershipService {
    private final MembershipRepository members;

    MembershipService(MembershipRepository members) {
        this.members = members;
    }

    /**
     * Enrols the members of {@code events} who are not enrolled yet, and publishes {@link MemberEnrolled} for each of them. The time of
     * enrolment is that of the member's earliest event in the list. Takes two statements, however many events there are.
     *
     * <p>Locks the rows of the new members. If two transactions enrol the same member at the same time, the second waits for the first
     * and then leaves the member out.
     *
     * @param level code of the level at which a membership starts
     * @return the new memberships
     */
    public Uni<List<Membership>> enrol(SqlConnection tx, List<Event<Fact>> events, String level) {
        Map<MemberId, Event<Fact>> firstEvents = new TreeMap<>();
        events.forEach(event -> firstEvents.merge(event.member(), event, MembershipService::earlier));
        return members.add(tx, firstEvents.values())
                .call(added -> Outbox.append(tx, enrolments(added, firstEvents, level)));
    }

    /**
     * The membership of {@code member}.
     *
     * @throws ProblemException 404 {@code member-not-enrolled}
     */
    @WithSession
    public Uni<Membership> find(MemberId member) {
        return members.findById(member.value())
                .onItem()
                .ifNull()
                .failWith(MembershipService::notEnrolled)
                .map(MemberEntity::membership);
    }

    /**
     * The membership with {@code number}.
     *
     * @throws ProblemException 404 {@code member-not-enrolled} if the number is not issued
     */
    @WithSession
    public Uni<Membership> find(MembershipNumber number) {
        return members.find("number", number.serial())
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() ->
                        new ProblemException(MembershipProblems.NOT_ENROLLED, "No member has the number " + number))
                .map(MemberEntity::membership);
    }

    /** The problem for a member of whom nothing is known yet: 404 {@code member-not-enrolled}. */
    public static ProblemException notEnrolled() {
        return new ProblemException(
                MembershipProblems.NOT_ENROLLED,
                "The first registration, order or points posting that arrives enrols the member");
    }

    private static Event<Fact> earlier(Event<Fact> one, Event<Fact> other) {
        return other.occurredAt().isBefore(one.occurredAt()) ? other : one;
    }

    private static List<OutboxRow> enrolments(
            List<Membership> added, Map<MemberId, Event<Fact>> firstEvents, String level) {
        return added.stream()
                .map(membership ->
                        enrolment(membership, Objects.requireNonNull(firstEvents.get(membership.member())), level))
                .map(OutboxRow::of)
                .toList();
    }

    private static Event<MemberEnrolled> enrolment(Membership membership, Event<Fact> firstEvent, String level) {
        return new Event<>(
                Ids.derived(membership.member().value(), "membership/enrolled").toString(),
                EventSource.TIER,
                membership.member(),
                membership.enrolledAt(),
                new MemberEnrolled(membership.number().toString(), level),
                firstEvent.traceparent(),
                firstEvent.id());
    }
}
