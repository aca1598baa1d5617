package dev.lodestone.community.members;

import dev.lodestone.platform.inbox.Intake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in what the brand tells of people. */
@ApplicationScoped
class MembersConsumer {
    private final Intake intake;
    private final MemberService members;

    MembersConsumer(Intake intake, MemberService members) {
        this.intake = intake;
        this.members = members;
    }

    @Incoming("members")
    Uni<Void> take(ConsumerRecords<String, byte[]> records) {
        return intake.take(records, members::learn);
    }
}
