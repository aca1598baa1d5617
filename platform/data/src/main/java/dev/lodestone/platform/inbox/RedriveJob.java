package dev.lodestone.platform.inbox;

import dev.lodestone.platform.deadletters.DeadLetters;
import dev.lodestone.platform.deadletters.RawRecord;
import dev.lodestone.platform.sql.Batches;
import dev.lodestone.platform.transactions.Transactions;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Redrives dead letters, as if they had just arrived: one that fails again is open again, with the new reason. If a replica dies during
 * the redrive, another replica continues; the inbox makes sure that no event has its effect twice.
 */
@ApplicationScoped
public class RedriveJob {
    private static final Duration BROKEN_OFF_AFTER = Duration.ofMinutes(5);

    private final DeadLetters deadLetters;
    private final InboxProcessor inbox;
    private final Transactions transactions;
    private final InboxConfig config;
    private final List<TopicHandler> handlers;

    RedriveJob(
            DeadLetters deadLetters,
            InboxProcessor inbox,
            Transactions transactions,
            InboxConfig config,
            @All List<TopicHandler> handlers) {
        this.deadLetters = deadLetters;
        this.inbox = inbox;
        this.transactions = transactions;
        this.config = config;
        this.handlers = handlers;
    }

    @Scheduled(
            every = "{lodestone.inbox.redrive-interval:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return Batches.whileMore(this::batch);
    }

    /** Whether there may be more. */
    private Uni<Boolean> batch() {
        return transactions
                .run(tx -> deadLetters.claim(tx, config.redriveBatchSize(), BROKEN_OFF_AFTER))
                .call(this::handle)
                .map(claimed -> claimed.size() == config.redriveBatchSize());
    }

    private Uni<Void> handle(List<DeadLetters.Claimed> claimed) {
        Map<String, List<DeadLetters.Claimed>> byTopic = claimed.stream()
                .collect(Collectors.groupingBy(one -> one.record().topic()));
        return Multi.createFrom()
                .iterable(byTopic.entrySet())
                .onItem()
                .transformToUniAndConcatenate(entry -> handle(entry.getKey(), entry.getValue()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> handle(String topic, List<DeadLetters.Claimed> claimed) {
        Optional<TopicHandler> handler =
                handlers.stream().filter(one -> one.topics().contains(topic)).findFirst();
        List<RawRecord> records =
                claimed.stream().map(DeadLetters.Claimed::record).toList();
        Function<TopicHandler, Uni<Void>> handle = found -> inbox.process(topic, records, found)
                .chain(() -> transactions.run(tx -> deadLetters.resolve(tx, claimed)));
        // This version of the service does not read the topic: its dead letters wait for a version that does.
        return handler.map(handle).orElseGet(() -> Uni.createFrom().voidItem());
    }
}
