package dev.lodestone.points.earning.accrual;

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

/**
 * Consumes the topics whose events may pay, and those that update what rules know of a member. Each channel has a method of its own: one
 * method for all channels would take their batches one after the other, and a channel that is paused would stop the others.
 */
@ApplicationScoped
public class EarningConsumer implements TopicHandler {
    private final InboxProcessor inbox;
    private final EarningService earning;

    EarningConsumer(InboxProcessor inbox, EarningService earning) {
        this.inbox = inbox;
        this.earning = earning;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topic.ORDERS, Topic.COMMUNITY, Topic.RECALL, Topic.BEHAVIOURS, Topic.MEMBERS, Topic.TIERS);
    }

    @Override
    public Uni<List<RejectedEvent>> handle(SqlConnection tx, List<Event<Fact>> events) {
        return earning.process(tx, events);
    }

    @Incoming("orders")
    Uni<Void> orders(ConsumerRecords<byte[], byte[]> records) {
        return inbox.process(records, this);
    }

    @Incoming("community")
    Uni<Void> community(ConsumerRecords<byte[], byte[]> records) {
        return inbox.process(records, this);
    }

    @Incoming("recall")
    Uni<Void> recall(ConsumerRecords<byte[], byte[]> records) {
        return inbox.process(records, this);
    }

    @Incoming("behaviours")
    Uni<Void> behaviours(ConsumerRecords<byte[], byte[]> records) {
        return inbox.process(records, this);
    }

    @Incoming("members")
    Uni<Void> members(ConsumerRecords<byte[], byte[]> records) {
        return inbox.process(records, this);
    }

    @Incoming("tiers")
    Uni<Void> tiers(ConsumerRecords<byte[], byte[]> records) {
        return inbox.process(records, this);
    }
}
