package dev.lodestone.recall.contacts;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.members.MemberFact;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.inbox.RejectedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Keeps the contacts: for each member what the latest event by business time said, whichever came last. */
@ApplicationScoped
public class ContactService {
    private final ContactRepository contacts;

    ContactService(ContactRepository contacts) {
        this.contacts = contacts;
    }

    Uni<List<RejectedEvent>> takeMembers(SqlConnection tx, List<Event<Fact>> events) {
        Map<MemberId, Contact> latest = new TreeMap<>();
        for (Event<Fact> event : events) {
            if (event.fact() instanceof MemberFact fact) {
                // The table keeps microseconds; comparing what it cannot keep would make the sequence matter.
                Contact told = Contact.of(
                        event.member(), event.occurredAt().truncatedTo(ChronoUnit.MICROS), event.key(), fact);
                latest.merge(event.member(), told, BinaryOperator.maxBy(Contact.BY_AGE));
            }
        }
        return contacts.write(tx, latest.values()).replaceWith(RejectedEvent.NONE);
    }

    /** The contacts of those of {@code members} who are known. */
    public Uni<Map<MemberId, Contact>> find(SqlConnection tx, Collection<MemberId> members) {
        return contacts.find(tx, members);
    }
}
