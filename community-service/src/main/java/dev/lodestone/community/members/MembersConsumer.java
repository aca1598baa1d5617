package dev.lodestone.community.members;

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

/** Consumes the profiles of members. */
@ApplicationScoped
class MembersConsumer implements TopicHandler {
    private final InboxProcessor inbox;
    private final MemberService members;

    MembersConsumer(InboxProcessor inbox, MemberService members) {
        this.inbox = inbox;
        this.members = members;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topic.MEMBERS);
    }

    @Override
    public Uni<List<RejectedEvent>> handle(SqlConnection tx, List<Event<Fact>> events) {
        return members.process(tx, events);
    }

    @Incoming("members")
    Uni<Void> members(ConsumerRecords<byte[], byte[]> records) {
        return inbox.process(records, this);
    }
}
