package dev.lodestone.tier.qualification;

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

/** Consumes the events that enrol members and bring growth. A batch is acknowledged after its transaction has committed. */
@ApplicationScoped
public class QualificationConsumer implements TopicHandler {
    private final InboxProcessor inbox;
    private final QualificationService qualification;

    QualificationConsumer(InboxProcessor inbox, QualificationService qualification) {
        this.inbox = inbox;
        this.qualification = qualification;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topic.MEMBERS, Topic.ORDERS, Topic.POINTS);
    }

    @Override
    public Uni<List<RejectedEvent>> handle(SqlConnection tx, List<Event<Fact>> events) {
        return qualification.process(tx, events);
    }

    @Incoming("members")
    Uni<Void> members(ConsumerRecords<byte[], byte[]> records) {
        return inbox.process(records, this);
    }

    @Incoming("orders")
    Uni<Void> orders(ConsumerRecords<byte[], byte[]> records) {
        return inbox.process(records, this);
    }

    @Incoming("points")
    Uni<Void> points(ConsumerRecords<byte[], byte[]> records) {
        return inbox.process(records, this);
    }
}
