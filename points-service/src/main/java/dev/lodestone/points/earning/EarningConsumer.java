package dev.lodestone.points.earning;

import dev.lodestone.platform.inbox.InboxProcessor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The topics whose facts may pay, and those that tell what rules may ask of a member. */
@ApplicationScoped
public class EarningConsumer {
    private final InboxProcessor inbox;
    private final EarningService earning;

    EarningConsumer(InboxProcessor inbox, EarningService earning) {
        this.inbox = inbox;
        this.earning = earning;
    }

    @Incoming("orders")
    Uni<Void> orders(ConsumerRecords<String, byte[]> records) {
        return inbox.process(records, earning::book);
    }

    @Incoming("community")
    Uni<Void> community(ConsumerRecords<String, byte[]> records) {
        return inbox.process(records, earning::book);
    }

    @Incoming("recall")
    Uni<Void> recall(ConsumerRecords<String, byte[]> records) {
        return inbox.process(records, earning::book);
    }

    @Incoming("behaviours")
    Uni<Void> behaviours(ConsumerRecords<String, byte[]> records) {
        return inbox.process(records, earning::book);
    }

    @Incoming("members")
    Uni<Void> members(ConsumerRecords<String, byte[]> records) {
        return inbox.process(records, earning::book);
    }

    @Incoming("tiers")
    Uni<Void> tiers(ConsumerRecords<String, byte[]> records) {
        return inbox.process(records, earning::book);
    }
}
