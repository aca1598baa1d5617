package dev.lodestone.recall.contacts;

import dev.lodestone.platform.inbox.InboxProcessor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in what people do in the brand's apps. */
@ApplicationScoped
public class BehavioursConsumer {
    private final InboxProcessor inbox;
    private final SightingRepository sightings;

    BehavioursConsumer(InboxProcessor inbox, SightingRepository sightings) {
        this.inbox = inbox;
        this.sightings = sightings;
    }

    @Incoming("behaviours")
    Uni<Void> take(ConsumerRecords<String, byte[]> records) {
        return inbox.process(records, sightings::takeBehaviours);
    }
}
