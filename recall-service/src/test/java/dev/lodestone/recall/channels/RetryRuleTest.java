package dev.lodestone.recall.channels;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(after(1, new Delivery.Deferred("down")).dueAt()).isEqualTo(NOW.plusSeconds(10));
        assertThat(after(2, new Delivery.Deferred("down")).dueAt()).isEqualTo(NOW.plusSeconds(20));
        assertThat(after(4, new Delivery.Deferred("down")).dueAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(after(5, new Delivery.Deferred("down")).state()).isEqualTo(EmailState.FAILED);
    }

    @Test
    void R11_shouldNeverTryAgainWhatMayHaveReachedTheMember() {
        Outcome outcome = after(1, new Delivery.Unclear("silence"));

        assertThat(outcome.state()).isEqualTo(EmailState.UNKNOWN);
        assertThat(outcome.dueAt()).isNull();
    }

    @Test
    void shouldBookEveryOtherEndAtOnce() {
        assertThat(after(1, new Delivery.Accepted()).state()).isEqualTo(EmailState.SENT);
        assertThat(after(1, new Delivery.Refused("no such mailbox")).state()).isEqualTo(EmailState.FAILED);
        assertThat(after(1, new Delivery.Unwanted("no consent")).state()).isEqualTo(EmailState.CANCELLED);
    }

    @Test
    void shouldNotOverflowAfterManyAttempts() {
        assertThat(RULE.pauseAfter(1000)).isEqualTo(Duration.ofSeconds(60));
    }

    private static Outcome after(int attempts, Delivery delivery) {
        OutboxRow whenSent = new OutboxRow(ID, "recall", "", "", new byte[0], null, null, null);
        EmailMessage message = new EmailMessage(ID, new Template("s"), new Template("b"));
        return RULE.after(new Claimed(Brand.member("ann"), message, attempts, whenSent), delivery, NOW);
    }
}
