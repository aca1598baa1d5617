package dev.lodestone.gateway.rates;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * What a bucket says to one request.
 *
 * @param remaining whole tokens left
 * @param untilNext time until the bucket has the requested tokens; zero if it had them
 * @param untilFull time until the bucket is full again
 */
public record RateDecision(boolean allowed, long remaining, Duration untilNext, Duration untilFull) {
    static RateDecision of(ConsumptionProbe probe) {
        return new RateDecision(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }
}
