package dev.lodestone.tier.membership;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.tiers.MemberEnrolled;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.outbox.Outbox;
import dev.lodestone.platform.outbox.OutboxRow;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.time.Ids;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Enrols people and knows who is enrolled. */
@ApplicationScoped
public class MembershipService {
    private static final String SOURCE = "/tier-service";

    private final MembershipRepository members;

    MembershipService(MembershipRepository members) {
        this.members = members;
    }

    /**
     * Makes a member of everybody in {@code events} who is none yet, and tells so by {@link MemberEnrolled}; the time of enrolment is that of
     * the person's earliest event among them. Two statements, however many the events. A person is enrolled once: of two transactions
     * that see somebody at the same time, the second waits and finds the member there.
     *
     * @param level code of the level at which a membership starts
     * @return the new members, whose rows {@code tx} now holds
     */
    public Uni<List<MemberId>> enrol(SqlConnection tx, List<Event<Fact>> events, String level) {
        Map<MemberId, Event<Fact>> sightings = new TreeMap<>();
        events.forEach(event -> sightings.merge(event.member(), event, MembershipService::earlier));
        return members.add(tx, sightings.values())
                .call(added -> Outbox.append(tx, announcements(added, sightings, level)))
                .map(added -> added.stream().map(Membership::member).toList());
    }

    /**
     * The membership of {@code member}.
     *
     * @throws ProblemException 404 {@code member-not-enrolled} if nothing was ever heard of them
     */
    @WithSession
    public Uni<Membership> find(MemberId member) {
        return members.findById(member.value())
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        MembershipProblems.NOT_ENROLLED,
                        "Membership begins with the first registration, order or reward that we are told of"))
                .map(MemberEntity::membership);
    }

    private static Event<Fact> earlier(Event<Fact> one, Event<Fact> other) {
        return other.occurredAt().isBefore(one.occurredAt()) ? other : one;
    }

    private static List<OutboxRow> announcements(
            List<Membership> added, Map<MemberId, Event<Fact>> sightings, String level) {
        return added.stream()
                .map(membership ->
                        announcement(membership, Objects.requireNonNull(sightings.get(membership.member())), level))
                .map(OutboxRow::of)
                .toList();
    }

    private static Event<MemberEnrolled> announcement(Membership membership, Event<Fact> sighting, String level) {
        return new Event<>(
                Ids.derived(membership.member().value(), "membership/enrolled").toString(),
                SOURCE,
                membership.member(),
                membership.enrolledAt(),
                new MemberEnrolled(membership.number().toString(), level),
                sighting.traceparent(),
                sighting.id());
    }
}
