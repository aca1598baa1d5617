package dev.lodestone.recall.contacts;

import dev.lodestone.events.Fact;
import dev.lodestone.events.Topic;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.inbox.InboxProcessor;
import dev.lodestone.platform.inbox.RejectedEvent;
import dev.lodestone.platform.inbox.TopicHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads events about members. */
@ApplicationScoped
public class MembersConsumer implements TopicHandler {
    private final InboxProcessor inbox;
    private final ContactService contacts;

    MembersConsumer(InboxProcessor inbox, ContactService contacts) {
        this.inbox = inbox;
        this.contacts = contacts;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topic.MEMBERS);
    }

    @Override
    public Uni<List<RejectedEvent>> handle(SqlConnection tx, List<Event<Fact>> events) {
        return contacts.takeMembers(tx, events);
    }

    @Incoming("members")
    Uni<Void> process(ConsumerRecords<byte[], byte[]> records) {
        return inbox.process(records, this);
    }
}
