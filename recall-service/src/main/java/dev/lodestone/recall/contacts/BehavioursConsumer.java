package dev.lodestone.recall.contacts;

import dev.lodestone.platform.inbox.Intake;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in what people do in the brand's apps. */
@ApplicationScoped
public class BehavioursConsumer {
    private final Intake intake;
    private final SightingRepository sightings;

    BehavioursConsumer(Intake intake, SightingRepository sightings) {
        this.intake = intake;
        this.sightings = sightings;
    }

    @Incoming("behaviours")
    Uni<Void> take(ConsumerRecords<String, byte[]> records) {
        return intake.take(records, sightings::takeBehaviours);
    }
}
