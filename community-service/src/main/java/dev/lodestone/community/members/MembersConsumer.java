package dev.lodestone.community.members;

import dev.lodestone.platform.inbox.InboxProcessor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in what the brand tells of people. */
@ApplicationScoped
class MembersConsumer {
    private final InboxProcessor inbox;
    private final MemberService members;

    MembersConsumer(InboxProcessor inbox, MemberService members) {
        this.inbox = inbox;
        this.members = members;
    }

    @Incoming("members")
    Uni<Void> take(ConsumerRecords<String, byte[]> records) {
        return inbox.process(records, members::learn);
    }
}
