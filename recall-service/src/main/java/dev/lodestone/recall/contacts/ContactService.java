package dev.lodestone.recall.contacts;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.inbox.RejectedEvent;
import dev.lodestone.platform.sql.Pipeline;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Stores contact data: every change in an append-only history, and the current state of each member. */
@ApplicationScoped
public class ContactService {
    private final ContactRepository contacts;
    private final HistoryRepository history;
    private final ContactsConfig config;
    private final Clock clock;

    ContactService(ContactRepository contacts, HistoryRepository history, ContactsConfig config, Clock clock) {
        this.contacts = contacts;
        this.history = history;
        this.config = config;
        this.clock = clock;
    }

    /** The order of {@code events} is that of their arrival, by which a withdrawal wins. Locks the members. */
    Uni<List<RejectedEvent>> takeMembers(SqlConnection tx, List<Event<Fact>> events) {
        Instant now = clock.instant();
        List<ContactChange> changes = events.stream()
                .flatMap(event -> ContactChange.of(event, now).stream())
                .toList();
        if (changes.isEmpty()) {
            return Uni.createFrom().item(RejectedEvent.NONE);
        }
        Set<MemberId> members =
                changes.stream().map(ContactChange::member).collect(Collectors.toCollection(TreeSet::new));
        return contacts.lock(tx, members)
                .chain(states -> write(tx, changes, states))
                .replaceWith(RejectedEvent.NONE);
    }

    /** The contacts of those of {@code members} who are known. */
    public Uni<Map<MemberId, Contact>> find(SqlConnection tx, Collection<MemberId> members) {
        return contacts.find(tx, members);
    }

    private Uni<Void> write(SqlConnection tx, List<ContactChange> changes, Map<MemberId, ContactState> states) {
        List<HistoryRow> rows = new ArrayList<>(changes.size());
        for (ContactChange change : changes) {
            ContactState next = Objects.requireNonNull(states.get(change.member()), "every member was locked")
                    .after(change, config.clockTolerance());
            states.put(change.member(), next);
            rows.add(new HistoryRow(change, next.consent().agreed()));
        }
        return Pipeline.of(contacts.write(tx, states.values()), history.append(tx, rows));
    }
}
