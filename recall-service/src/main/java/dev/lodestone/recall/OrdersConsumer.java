package dev.lodestone.recall;

import dev.lodestone.events.Fact;
import dev.lodestone.events.Topic;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.inbox.InboxProcessor;
import dev.lodestone.platform.inbox.RejectedEvent;
import dev.lodestone.platform.inbox.TopicHandler;
import dev.lodestone.recall.offers.OfferService;
import dev.lodestone.recall.profile.ProfileService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Processes order events: first the profile, which locks the members, then the offers that wait for a return. */
@ApplicationScoped
public class OrdersConsumer implements TopicHandler {
    private final InboxProcessor inbox;
    private final ProfileService profiles;
    private final OfferService offers;

    OrdersConsumer(InboxProcessor inbox, ProfileService profiles, OfferService offers) {
        this.inbox = inbox;
        this.profiles = profiles;
        this.offers = offers;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topic.ORDERS);
    }

    @Override
    public Uni<List<RejectedEvent>> handle(SqlConnection tx, List<Event<Fact>> events) {
        return profiles.processOrders(tx, events)
                .call(taken -> offers.takeReturns(tx, taken.counted()))
                .map(ProfileService.Taken::rejected);
    }

    @Incoming("orders")
    Uni<Void> process(ConsumerRecords<byte[], byte[]> records) {
        return inbox.process(records, this);
    }
}
