package dev.lodestone.recall.channels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lodestone.platform.outbox.OutboxRow;
import dev.lodestone.recall.Brand;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetryRuleTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final UUID ID = UUID.fromString("01930000-0000-7000-8000-000000000001");
    private static final RetryRule RULE = new RetryRule(5, Duration.ofSeconds(10), Duration.ofSeconds(60));

    @Test
    void R11_shouldTryAgainWithDoublingPausesUpToTheBound() {
        assertEquals(
                NOW.plusSeconds(10), after(1, new Delivery.Deferred("down")).dueAt());
        assertEquals(
                NOW.plusSeconds(20), after(2, new Delivery.Deferred("down")).dueAt());
        assertEquals(
                NOW.plusSeconds(60), after(4, new Delivery.Deferred("down")).dueAt());
        assertEquals(EmailState.FAILED, after(5, new Delivery.Deferred("down")).state());
    }

    @Test
    void R11_shouldNeverTryAgainWhatMayHaveReachedTheMember() {
        Outcome outcome = after(1, new Delivery.Unclear("silence"));

        assertEquals(EmailState.UNKNOWN, outcome.state());
        assertNull(outcome.dueAt());
    }

    @Test
    void shouldBookEveryOtherEndAtOnce() {
        assertEquals(EmailState.SENT, after(1, new Delivery.Accepted()).state());
        assertEquals(
                EmailState.FAILED,
                after(1, new Delivery.Refused("no such mailbox")).state());
        assertEquals(
                EmailState.CANCELLED,
                after(1, new Delivery.Unwanted("no consent")).state());
    }

    @Test
    void shouldNotOverflowAfterManyAttempts() {
        assertEquals(Duration.ofSeconds(60), RULE.pauseAfter(1000));
    }

    private static Outcome after(int attempts, Delivery delivery) {
        OutboxRow whenSent = new OutboxRow(ID, "recall", "", "", new byte[0], null, null, null);
        EmailMessage message = new EmailMessage(ID, new Template("s"), new Template("b"));
        return RULE.after(new Claimed(Brand.member("ann"), message, attempts, whenSent), delivery, NOW);
    }
}
