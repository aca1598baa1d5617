package dev.lodestone.community.members;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.inbox.RejectedEvent;
import dev.lodestone.platform.publicid.PublicIds;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds and locks members, and shows them to others by public id. */
// Created at startup, so that the service refuses to start without the key of the public ids.
@Startup
@ApplicationScoped
public class MemberService {
    private final MemberRepository repository;
    private final PublicIds publicIds;
    private final Clock clock;

    MemberService(MemberRepository repository, PublicIds publicIds, Clock clock) {
        this.repository = repository;
        this.publicIds = publicIds;
        this.clock = clock;
    }

    /**
     * Saves the profiles of {@code events}. The newest business time wins, whatever the order of arrival.
     *
     * @throws IllegalArgumentException if an event is not about a member's profile
     */
    Uni<List<RejectedEvent>> process(SqlConnection tx, List<Event<Fact>> events) {
        return repository
                .save(tx, MemberProfileUpdate.newest(events, clock.instant()))
                .replaceWith(RejectedEvent.NONE);
    }

    /**
     * Finds the member who acts and locks the member until the transaction ends; adds the member if no profile has arrived yet.
     *
     * <p>Every transaction that publishes events of a member takes this lock first. So the actions of one member happen one after the other,
     * and their events are published in the same order.
     */
    public Uni<Member> lock(SqlConnection tx, MemberId member) {
        return repository.lock(tx, member).chain(found -> lockedOrAdded(tx, member, found));
    }

    /** Finds the member without a lock. A member without a profile has no name and the default zone. */
    public Uni<Member> find(SqlConnection connection, MemberId member) {
        return repository.find(connection, member).map(found -> found.orElseGet(() -> Member.withoutProfile(member)));
    }

    /** The members as others see them, by member id. */
    public Uni<Map<UUID, PublicMember>> shown(SqlConnection connection, Set<UUID> members) {
        return members.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : repository.names(connection, members).map(names -> shown(members, names));
    }

    /** The member as others see them. */
    public PublicMember shown(Member member) {
        return new PublicMember(publicIds.of(member.id()), member.displayName());
    }

    private Uni<Member> lockedOrAdded(SqlConnection tx, MemberId member, Optional<Member> locked) {
        return locked.isPresent()
                ? Uni.createFrom().item(locked.get())
                : repository.addAndLock(tx, Member.withoutProfile(member));
    }

    private Map<UUID, PublicMember> shown(Set<UUID> members, Map<UUID, String> names) {
        return members.stream()
                .collect(Collectors.toMap(
                        member -> member,
                        member -> new PublicMember(publicIds.of(new MemberId(member)), names.get(member))));
    }
}
