package dev.lodestone.tier.qualification;

import static dev.lodestone.tier.TierApi.awaitGrowth;
import static dev.lodestone.tier.TierApi.me;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Topic;
import dev.lodestone.events.tiers.LevelChanged;
import dev.lodestone.events.tiers.LossComing;
import dev.lodestone.events.tiers.Shortfall;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.SettableClock;
import dev.lodestone.testkit.Tokens;
import dev.lodestone.tier.Events;
import dev.lodestone.tier.TierSetRows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Notices before a level is lost. */
@QuarkusTest
class NoticeComponentTest {
    /** As version 1, but growth counts for sixty days. */
    private static final String FOR_SIXTY_DAYS = """
            jsonb_set(document, '{criteria,0}', document #> '{criteria,0}' || '{"window": "ROLLING", "length": "P60D"}')
            """;

    private static final Duration MONTH = Duration.ofDays(30);

    @Inject
    SettableClock clock;

    private final String subject = "notice-" + Ids.next();
    private final MemberId member = Tokens.memberId(subject);

    @AfterEach
    void restoreTheTierSet() {
        clock.reset();
        TierSetRows.restore();
    }

    @Test
    void T04_shouldNotifyBeforeALossAgainWhenItMovesAndWithdrawWhenItIsAverted() {
        // Given
        TierSetRows.publish(2, FOR_SIXTY_DAYS);
        Instant ordered = clock.instant();
        clock.set(ordered);
        order("tea", 120_000);
        awaitGrowth(subject, 1_200);
        Instant loss = ordered.plus(MONTH).plus(MONTH);

        // When: a month before the loss
        clock.set(ordered.plus(MONTH));

        // Then
        assertNotice(3, ordered.plus(MONTH), notice(loss, 0, false, 1));

        // When: a little more growth, which is not enough
        order("rice", 30_000);
        assertNotice(4, clock.instant(), notice(loss, 300, false, 2));

        // When: enough to keep the level
        order("soup", 100_000);
        awaitGrowth(subject, 2_500);
        assertNotice(5, clock.instant(), notice(loss, 300, true, 3));

        // When: its time comes, and the next loss is near
        clock.set(loss);
        assertThat(me(subject).getString("level")).isEqualTo("ADVANCED");
        assertNotice(6, loss, notice(loss.plus(MONTH), 0, false, 4));
        clock.set(loss.plus(MONTH));
        Event<?> lost = Kafka.awaitOf(Topic.TIERS, member.toString(), 7).getLast();
        assertThat(lost.fact()).isEqualTo(new LevelChanged("ADVANCED", "BASIC", false, 0, 2));
        assertThat(lost.occurredAt()).isEqualTo(loss.plus(MONTH));
        assertThat(Database.number("select notices from member_tier where member_id = ?", member.value()))
                .as("a loss that happened is not withdrawn")
                .isEqualTo(4);
    }

    private void order(String id, long amountMinor) {
        Kafka.send(Topic.ORDERS, Events.at(clock.instant(), Events.orderCompleted(member, id, amountMinor)));
    }

    private void assertNotice(int count, Instant at, LossComing expected) {
        Event<?> event = Kafka.awaitOf(Topic.TIERS, member.toString(), count).getLast();
        assertThat(event.fact()).isEqualTo(expected);
        assertThat(event.occurredAt()).isEqualTo(at);
    }

    private static LossComing notice(Instant lossAt, long growth, boolean withdrawn, long number) {
        return new LossComing(
                "ADVANCED", "BASIC", lossAt, List.of(new Shortfall("growth", growth, 1_000)), false, withdrawn, number);
    }
}
