package dev.lodestone.platform.inbox;

import dev.lodestone.events.Fact;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.outbox.Outbox;
import dev.lodestone.platform.outbox.OutboxRow;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * The door for events. A batch has its effect in one transaction together with its inbox rows, so an event that is delivered again
 * changes nothing; only then may the caller acknowledge.
 *
 * <p>Bytes that are no event, and events whose effect can never succeed, go to the topic's dead letters with their reason, by the same
 * transaction. A batch that fails for good is halved until the culprit is alone. Anything else is tried again with back-off for
 * {@link #RETRY_FOR}; after that the returned {@code Uni} fails and nothing is acknowledged.
 */
@ApplicationScoped
public class InboxProcessor {
    static final Duration RETRY_FOR = Duration.ofSeconds(90);
    private static final Logger LOG = Logger.getLogger(InboxProcessor.class);
    private static final String REMEMBER = """
            insert into inbox (event_id) select distinct id from unnest($1::uuid[]) as id order by id
            on conflict do nothing returning event_id
            """;

    private final Transactions transactions;

    InboxProcessor(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Takes {@code records} in, in their order; completes after the commit. */
    public Uni<Void> process(ConsumerRecords<String, byte[]> records, BatchHandler handler) {
        return process(
                StreamSupport.stream(records.spliterator(), false)
                        .map(InboundRecord::of)
                        .toList(),
                handler);
    }

    private Uni<Void> process(List<InboundRecord> batch, BatchHandler handler) {
        return transactions
                .run(tx -> settle(tx, batch, handler))
                .onFailure(failure -> !Failures.permanent(failure))
                .invoke(failure -> LOG.warnf("events are tried again: error=%s", failure))
                .onFailure(failure -> !Failures.permanent(failure))
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(5))
                .expireIn(RETRY_FOR.toMillis())
                .onFailure(Failures::permanent)
                .recoverWithUni(failure -> isolate(batch, handler, failure));
    }

    private Uni<Void> settle(SqlConnection tx, List<InboundRecord> batch, BatchHandler handler) {
        List<OutboxRow> deadLetters = new ArrayList<>();
        Map<UUID, Event<Fact>> events = new HashMap<>();
        for (InboundRecord received : batch) {
            switch (received) {
                case InboundRecord.Readable readable ->
                    events.putIfAbsent(readable.event().key(), readable.event());
                case InboundRecord.Unreadable unreadable -> deadLetters.add(unreadable.deadLetter(unreadable.reason()));
            }
        }
        return remember(tx, events.keySet())
                .map(fresh -> inOrder(batch, fresh))
                .chain(fresh -> fresh.isEmpty() ? Uni.createFrom().item(RejectedEvent.NONE) : handler.handle(tx, fresh))
                .call(rejected -> forget(tx, batch, rejected, deadLetters))
                .chain(() -> Outbox.append(tx, deadLetters));
    }

    private static Uni<Set<UUID>> remember(SqlConnection tx, Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return tx.preparedQuery(REMEMBER)
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> fresh = HashSet.newHashSet(rows.size());
                    rows.forEach(row -> fresh.add(row.getUUID(0)));
                    return fresh;
                });
    }

    private static Uni<Void> forget(
            SqlConnection tx, List<InboundRecord> batch, List<RejectedEvent> rejected, List<OutboxRow> deadLetters) {
        if (rejected.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        for (RejectedEvent one : rejected) {
            for (InboundRecord record : batch) {
                if (record instanceof InboundRecord.Readable readable
                        && readable.event().equals(one.event())) {
                    deadLetters.add(readable.deadLetter(one.reason()));
                }
            }
        }
        UUID[] keys = rejected.stream().map(one -> one.event().key()).toArray(UUID[]::new);
        return tx.preparedQuery("delete from inbox where event_id = any($1::uuid[])")
                .execute(Tuple.tuple().addArrayOfUUID(keys))
                .replaceWithVoid();
    }

    /** The events to be handled as they were received; one that stands twice in the batch is taken once. */
    private static List<Event<Fact>> inOrder(List<InboundRecord> batch, Set<UUID> fresh) {
        List<Event<Fact>> events = new ArrayList<>(fresh.size());
        for (InboundRecord received : batch) {
            if (received instanceof InboundRecord.Readable readable
                    && fresh.remove(readable.event().key())) {
                events.add(readable.event());
            }
        }
        return events;
    }

    private Uni<Void> isolate(List<InboundRecord> batch, BatchHandler handler, Throwable failure) {
        if (batch.size() > 1) {
            int middle = batch.size() / 2;
            return process(batch.subList(0, middle), handler)
                    .chain(() -> process(batch.subList(middle, batch.size()), handler));
        }
        LOG.warnf("an event is set aside: error=%s", failure);
        InboundRecord culprit = batch.getFirst();
        return transactions.run(tx -> settle(
                tx,
                batch,
                (same, events) -> Outbox.append(same, List.of(culprit.deadLetter(Failures.reason(failure))))
                        .replaceWith(RejectedEvent.NONE)));
    }
}
