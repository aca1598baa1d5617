package dev.lodestone.platform.inbox;

import dev.lodestone.events.Fact;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.deadletters.DeadLetters;
import dev.lodestone.platform.deadletters.RawRecord;
import dev.lodestone.platform.deadletters.SetAside;
import dev.lodestone.platform.transactions.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * The entry point for events. A batch has its effect in one transaction together with its inbox rows, so an event that arrives again
 * changes nothing; only then may the caller acknowledge.
 *
 * <p>Every failure has an owner. <em>Sender</em>: a record that violates the contract, contradicts known data or reuses the id of another event
 * becomes a dead letter; the others of its batch are processed. <em>World</em>: while the database is unavailable the batch waits. <em>Us</em>: a batch that fails for any other
 * reason is retried and then split until the failing record is alone; that record becomes a dead letter. A failure of an operator, such as a rule
 * that cannot be evaluated, must not reach this class: handlers skip that rule.
 *
 * <p>The returned {@code Uni} never fails.
 */
@ApplicationScoped
public class InboxProcessor {
    private final Transactions transactions;
    private final DeadLetters deadLetters;
    private final ChannelGuard guard;
    private final Retries retries;
    private final InboundContract contract;
    private final Clock clock;

    InboxProcessor(
            Transactions transactions,
            DeadLetters deadLetters,
            ChannelGuard guard,
            Retries retries,
            InboxConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.guard = guard;
        this.retries = retries;
        this.contract = new InboundContract(config.sources(), config.futureMax());
        this.clock = clock;
    }

    /** Processes {@code records}, which are of one topic, in their order; completes after the commit. */
    public Uni<Void> process(ConsumerRecords<byte[], byte[]> records, TopicHandler handler) {
        List<RawRecord> raw = StreamSupport.stream(records.spliterator(), false)
                .map(RawRecord::of)
                .toList();
        if (raw.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String topic = raw.getFirst().topic();
        return guard.whenOpen(topic)
                .chain(() -> process(topic, raw, handler))
                .chain(setAside -> guard.count(topic, raw.size(), setAside));
    }

    /** Processes records of {@code topic}, even if its channel is paused; returns the number of dead letters. */
    Uni<Integer> process(String topic, List<RawRecord> records, TopicHandler handler) {
        Instant now = clock.instant();
        List<InboundRecord> batch =
                records.stream().map(raw -> contract.check(raw, now)).toList();
        return attempt(topic, batch, handler, retries::ofBatch);
    }

    private Uni<Integer> attempt(
            String topic,
            List<InboundRecord> batch,
            TopicHandler handler,
            BiFunction<String, Uni<Integer>, Uni<Integer>> ofSeveral) {
        Uni<Integer> effect = transactions.run(tx -> settle(tx, batch, handler));
        Uni<Integer> tried = batch.size() == 1 ? retries.ofRecord(topic, effect) : ofSeveral.apply(topic, effect);
        return tried.onFailure().recoverWithUni(failure -> divide(topic, batch, handler, failure));
    }

    private Uni<Integer> settle(SqlConnection tx, List<InboundRecord> batch, TopicHandler handler) {
        List<InboundRecord.Accepted> accepted = new ArrayList<>(batch.size());
        List<SetAside> setAside = new ArrayList<>();
        for (InboundRecord record : batch) {
            switch (record) {
                case InboundRecord.Accepted event -> accepted.add(event);
                case InboundRecord.Refused refused -> setAside.add(refused.setAside());
            }
        }
        return pass(tx, accepted, handler, setAside)
                .chain(() -> deadLetters.keep(tx, setAside))
                .replaceWith(setAside::size);
    }

    /**
     * Processes the first record of each event. A later record of the same event is a repetition only if that one was not rejected:
     * otherwise it may be the corrected event, and is processed in another pass. An ordinary batch needs one pass.
     */
    private static Uni<Void> pass(
            SqlConnection tx, List<InboundRecord.Accepted> records, TopicHandler handler, List<SetAside> setAside) {
        Map<UUID, InboundRecord.Accepted> first = new LinkedHashMap<>();
        records.forEach(record -> first.putIfAbsent(record.key(), record));
        return InboxTable.remember(tx, first.values())
                .chain(fresh -> earlierChecksums(tx, first, fresh))
                .chain(checksums -> handle(tx, first.values(), handler)
                        .call(rejected -> InboxTable.forget(tx, keys(rejected)))
                        .map(rejected -> afterEffect(records, first, checksums, rejected, setAside)))
                .chain(next -> next.isEmpty() ? Uni.createFrom().voidItem() : pass(tx, next, handler, setAside));
    }

    /** Leaves only the {@code fresh} events in {@code first}; returns the checksums of the others as they were processed, by key. */
    private static Uni<Map<UUID, Integer>> earlierChecksums(
            SqlConnection tx, Map<UUID, InboundRecord.Accepted> first, Set<UUID> fresh) {
        Set<UUID> earlier = new HashSet<>(first.keySet());
        earlier.removeAll(fresh);
        first.keySet().retainAll(fresh);
        return InboxTable.checksums(tx, earlier);
    }

    /** Passes new events to the handler in their order. */
    private static Uni<List<RejectedEvent>> handle(
            SqlConnection tx, Collection<InboundRecord.Accepted> fresh, TopicHandler handler) {
        List<Event<Fact>> events =
                fresh.stream().map(InboundRecord.Accepted::event).toList();
        return events.isEmpty() ? Uni.createFrom().item(RejectedEvent.NONE) : handler.handle(tx, events);
    }

    /**
     * Sets aside the rejected events, and those that reuse the id of another event which had its effect.
     *
     * @param handled the records whose events the handler got, by key
     * @param earlier the checksums of the events that were processed with an earlier batch, by key
     * @return the records that have the key of a rejected event but say something else, in their order
     */
    private static List<InboundRecord.Accepted> afterEffect(
            List<InboundRecord.Accepted> records,
            Map<UUID, InboundRecord.Accepted> handled,
            Map<UUID, Integer> earlier,
            List<RejectedEvent> rejected,
            List<SetAside> setAside) {
        Map<UUID, InboundRecord.Accepted> culprits = new HashMap<>();
        for (RejectedEvent one : rejected) {
            InboundRecord.Accepted culprit = record(handled, one);
            setAside.add(culprit.rejected(one));
            culprits.put(culprit.key(), culprit);
        }
        List<InboundRecord.Accepted> next = new ArrayList<>();
        for (InboundRecord.Accepted record : records) {
            InboundRecord.Accepted culprit = culprits.get(record.key());
            if (culprit != null) {
                if (record.checksum() != culprit.checksum()) {
                    next.add(record);
                }
            } else if (record.checksum() != checksumInEffect(record, handled, earlier)) {
                setAside.add(record.reusesId());
            }
        }
        return next;
    }

    /** The checksum of the event that had its effect under the key of {@code record}; its own if that is not known. */
    private static int checksumInEffect(
            InboundRecord.Accepted record, Map<UUID, InboundRecord.Accepted> handled, Map<UUID, Integer> earlier) {
        InboundRecord.Accepted first = handled.get(record.key());
        return first != null ? first.checksum() : earlier.getOrDefault(record.key(), record.checksum());
    }

    /** A handler may also reject an event that it accepted with an earlier batch, once a later one contradicts it. */
    private static InboundRecord.Accepted record(Map<UUID, InboundRecord.Accepted> handled, RejectedEvent rejected) {
        InboundRecord.Accepted record = handled.get(rejected.event().key());
        return record == null ? InboundRecord.earlier(rejected.event()) : record;
    }

    private static Set<UUID> keys(List<RejectedEvent> rejected) {
        Set<UUID> keys = new HashSet<>();
        rejected.forEach(one -> keys.add(one.event().key()));
        return keys;
    }

    /** Finds the failing records; no record of the batch has been processed yet. */
    private Uni<Integer> divide(String topic, List<InboundRecord> batch, TopicHandler handler, Throwable failure) {
        if (batch.size() == 1) {
            return setAside(topic, batch.getFirst(), failure);
        }
        int middle = batch.size() / 2;
        return attempt(topic, batch.subList(0, middle), handler, retries::ofPart)
                .chain(first -> attempt(topic, batch.subList(middle, batch.size()), handler, retries::ofPart)
                        .map(second -> first + second));
    }

    private Uni<Integer> setAside(String topic, InboundRecord culprit, Throwable failure) {
        SetAside setAside = switch (culprit) {
            case InboundRecord.Accepted event -> event.defect(failure);
            case InboundRecord.Refused refused -> refused.setAside();
        };
        retries.reportDefect(topic, failure);
        return retries.forever(topic, transactions.run(tx -> deadLetters.keep(tx, List.of(setAside))))
                .replaceWith(1);
    }
}
