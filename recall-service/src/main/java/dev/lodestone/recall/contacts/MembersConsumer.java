package dev.lodestone.recall.contacts;

import dev.lodestone.platform.inbox.InboxProcessor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in what the brand tells about people. */
@ApplicationScoped
public class MembersConsumer {
    private final InboxProcessor inbox;
    private final ContactService contacts;

    MembersConsumer(InboxProcessor inbox, ContactService contacts) {
        this.inbox = inbox;
        this.contacts = contacts;
    }

    @Incoming("members")
    Uni<Void> take(ConsumerRecords<String, byte[]> records) {
        return inbox.process(records, contacts::takeMembers);
    }
}
