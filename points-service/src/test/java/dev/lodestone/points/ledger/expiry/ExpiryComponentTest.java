package dev.lodestone.points.ledger.expiry;

import static dev.lodestone.points.PointsApi.awaitBalance;
import static dev.lodestone.points.PointsApi.balance;
import static dev.lodestone.points.PointsApi.imbalance;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.Topic;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.events.points.PointsExpiring;
import dev.lodestone.events.points.PointsPosted;
import dev.lodestone.events.points.PostingKind;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.TestEvents;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExpiryComponentTest {
    @Inject
    Clock clock;

    private String subject;
    private MemberId member;
    private Instant today;

    @BeforeEach
    void newMember() {
        publishSpendRule("spend-cny", 1, 1, "CNY", "2020-01-01T00:00:00Z");
        subject = "expiring-" + Ids.next();
        member = Tokens.memberId(subject);
        today = clock.instant().truncatedTo(ChronoUnit.DAYS);
    }

    @Test
    void P05_shouldExpireUnspentPointsWhenTheirTimeIsOver() {
        // Given
        Instant earnedAt = today.minus(Duration.ofDays(400));

        // When
        Kafka.send(Topic.ORDERS, order("old", 5_000, earnedAt), order("new", 700, today.minus(Duration.ofDays(5))));

        // Then
        awaitBalance(subject, 7);
        Event<?> expired = Kafka.awaitOf(Topic.POINTS, member.toString(), 3).stream()
                .filter(event -> event.fact() instanceof PointsPosted posted && posted.kind() == PostingKind.EXPIRED)
                .findFirst()
                .orElseThrow();
        assertThat(((PointsPosted) expired.fact()).change()).isEqualTo(-50);
        assertThat(expired.occurredAt()).isEqualTo(earnedAt.plus(Duration.ofDays(365)));
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void P05_shouldClawBackExpiredPointsWhenAnEarlierRefundArrivesLate() {
        // Given
        Instant earnedAt = today.minus(Duration.ofDays(400));
        Kafka.send(Topic.ORDERS, order("late", 10_000, earnedAt));
        Kafka.awaitOf(Topic.POINTS, member.toString(), 2);

        // When
        Kafka.send(
                Topic.ORDERS,
                TestEvents.at(
                        earnedAt.plus(Duration.ofDays(3)),
                        member,
                        new OrderRefunded("late", "r-" + subject, new Money(4_000, "CNY"))));

        // Then
        List<PostingKind> published = Kafka.awaitOf(Topic.POINTS, member.toString(), 4).stream()
                .map(event -> ((PointsPosted) event.fact()).kind())
                .toList();
        assertThat(published)
                .isEqualTo(List.of(
                        PostingKind.EARNED, PostingKind.EXPIRED, PostingKind.REINSTATED, PostingKind.CLAWED_BACK));
        assertThat(balance(subject)).isEqualTo(0);
    }

    @Test
    void P26_shouldNotifyAMemberOnceOfPointsThatExpireSoon() {
        // Given
        Instant earnedAt = today.minus(Duration.ofDays(355));

        // When
        Kafka.send(Topic.ORDERS, order("soon", 1_200, earnedAt), order("later", 9_900, today));

        // Then
        List<Object> published = Kafka.awaitOf(Topic.POINTS, member.toString(), 3).stream()
                .map(Event::fact)
                .<Object>map(fact -> fact instanceof PointsPosted posted ? posted.kind() : fact)
                .toList();
        assertThat(published)
                .isEqualTo(List.of(
                        PostingKind.EARNED,
                        PostingKind.EARNED,
                        new PointsExpiring("POINTS", 12, earnedAt.plus(Duration.ofDays(365)))));
    }

    private Event<OrderCompleted> order(String orderId, long amountMinor, Instant occurredAt) {
        return TestEvents.at(
                occurredAt, member, new OrderCompleted(orderId, new Money(amountMinor, "CNY"), null, null));
    }
}
