package dev.lodestone.tier.qualification;

import dev.lodestone.platform.inbox.InboxProcessor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in what members are and do; a batch is acknowledged when its effect is committed. */
@ApplicationScoped
public class QualificationConsumer {
    private final InboxProcessor inbox;
    private final QualificationService qualification;

    QualificationConsumer(InboxProcessor inbox, QualificationService qualification) {
        this.inbox = inbox;
        this.qualification = qualification;
    }

    @Incoming("members")
    Uni<Void> members(ConsumerRecords<String, byte[]> records) {
        return inbox.process(records, qualification::take);
    }

    @Incoming("orders")
    Uni<Void> orders(ConsumerRecords<String, byte[]> records) {
        return inbox.process(records, qualification::take);
    }

    @Incoming("points")
    Uni<Void> points(ConsumerRecords<String, byte[]> records) {
        return inbox.process(records, qualification::take);
    }
}
