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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The door to people. */
// Made at the start, so that a service without the key of the public ids does not start.
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
     * Keeps what {@code events} tell of people; events of an earlier time change nothing, in whatever order they come.
     *
     * @throws IllegalArgumentException if one of them is not about a person
     */
    Uni<List<RejectedEvent>> learn(SqlConnection tx, List<Event<Fact>> events) {
        return repository.keep(tx, ToldPerson.newest(events, clock.instant())).replaceWith(RejectedEvent.NONE);
    }

    /**
     * The person who acts, locked until the transaction ends: what one member does happens one after the other and is told in that
     * order. Effects that tell something take this lock before all others. Somebody the brand has not told of yet is met here.
     */
    public Uni<Person> lock(SqlConnection tx, MemberId member) {
        return repository
                .lock(tx, member)
                .chain(known -> known.map(person -> Uni.createFrom().item(person))
                        .orElseGet(() -> repository.meet(tx, Person.unknown(member))));
    }

    /** The person without a lock. */
    public Uni<Person> find(SqlConnection connection, MemberId member) {
        return repository.find(connection, member).map(known -> known.orElseGet(() -> Person.unknown(member)));
    }

    /** How the members with the ids {@code members} are shown to others. */
    public Uni<Map<UUID, PublicMember>> shown(SqlConnection connection, Set<UUID> members) {
        return members.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : repository.names(connection, members).map(names -> shown(members, names));
    }

    /** How {@code member} is shown to others. */
    public PublicMember shown(Person member) {
        return new PublicMember(publicIds.of(member.id()), member.displayName());
    }

    private Map<UUID, PublicMember> shown(Set<UUID> members, Map<UUID, String> names) {
        Map<UUID, PublicMember> shown = HashMap.newHashMap(members.size());
        for (UUID member : members) {
            shown.put(member, new PublicMember(publicIds.of(new MemberId(member)), names.get(member)));
        }
        return shown;
    }
}
