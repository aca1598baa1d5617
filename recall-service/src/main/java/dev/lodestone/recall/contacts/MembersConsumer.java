package dev.lodestone.recall.contacts;

import dev.lodestone.platform.inbox.Intake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in what the brand tells about people. */
@ApplicationScoped
public class MembersConsumer {
    private final Intake intake;
    private final ContactService contacts;

    MembersConsumer(Intake intake, ContactService contacts) {
        this.intake = intake;
        this.contacts = contacts;
    }

    @Incoming("members")
    Uni<Void> take(ConsumerRecords<String, byte[]> records) {
        return intake.take(records, contacts::takeMembers);
    }
}
