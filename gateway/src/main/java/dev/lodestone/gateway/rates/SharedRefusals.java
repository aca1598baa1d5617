package dev.lodestone.gateway.rates;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the shared buckets have refused, until they would allow it again: meanwhile nobody needs to ask them. Memory is bounded. */
final class SharedRefusals {
    private final Cache<String, Refused> byClient;

    /** @param kept longest time until a bucket allows what it has refused */
    SharedRefusals(int clientsMax, Duration kept) {
        this.byClient = Caffeine.newBuilder()
                .maximumSize(clientsMax)
                .expireAfterWrite(kept)
                .executor(Runnable::run)
                .build();
    }

    void keep(String client, long cost, RateDecision decision) {
        byClient.put(client, new Refused(cost, decision, System.nanoTime()));
    }

    /** The refusal of a request that costs as much or more; null if the shared bucket must be asked. */
    @Nullable RateDecision find(String client, long cost) {
        Refused refused = byClient.getIfPresent(client);
        if (refused == null || cost < refused.cost) {
            return null;
        }
        RateDecision then = refused.decision;
        Duration gone = Duration.ofNanos(System.nanoTime() - refused.at);
        return gone.compareTo(then.untilNext()) < 0
                ? new RateDecision(
                        false,
                        then.remaining(),
                        then.untilNext().minus(gone),
                        then.untilFull().minus(gone))
                : null;
    }

    private record Refused(long cost, RateDecision decision, long at) {}
}
