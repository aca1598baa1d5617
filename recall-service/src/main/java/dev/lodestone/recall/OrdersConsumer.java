package dev.lodestone.recall;

import dev.lodestone.events.Fact;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.inbox.Intake;
import dev.lodestone.recall.offers.OfferService;
import dev.lodestone.recall.profile.ProfileService;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes orders in: first the profile, which locks the members, then the offers that wait for a return. */
@ApplicationScoped
public class OrdersConsumer {
    private final Intake intake;
    private final ProfileService profiles;
    private final OfferService offers;

    OrdersConsumer(Intake intake, ProfileService profiles, OfferService offers) {
        this.intake = intake;
        this.profiles = profiles;
        this.offers = offers;
    }

    @Incoming("orders")
    Uni<Void> take(ConsumerRecords<String, byte[]> records) {
        return intake.take(records, this::effect);
    }

    private Uni<Void> effect(SqlConnection tx, List<Event<Fact>> events) {
        return profiles.takeOrders(tx, events).chain(counted -> offers.takeReturns(tx, counted));
    }
}
