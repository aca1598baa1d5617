package dev.lodestone.recall.sightings;

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

/** Reads events about behaviour in the brand's apps. */
@ApplicationScoped
public class BehavioursConsumer implements TopicHandler {
    private final InboxProcessor inbox;
    private final SightingRepository sightings;

    BehavioursConsumer(InboxProcessor inbox, SightingRepository sightings) {
        this.inbox = inbox;
        this.sightings = sightings;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topic.BEHAVIOURS);
    }

    @Override
    public Uni<List<RejectedEvent>> handle(SqlConnection tx, List<Event<Fact>> events) {
        return sightings.takeBehaviours(tx, events);
    }

    @Incoming("behaviours")
    Uni<Void> process(ConsumerRecords<byte[], byte[]> records) {
        return inbox.process(records, this);
    }
}
