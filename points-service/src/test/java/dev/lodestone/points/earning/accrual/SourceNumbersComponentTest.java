package dev.lodestone.points.earning.accrual;

import static dev.lodestone.points.PointsApi.awaitBalance;
import static dev.lodestone.points.PointsApi.imbalance;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.Topic;
import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderFact;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.OtherBrandProfile;
import dev.lodestone.points.TestEvents;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A brand where each shop numbers its own orders. */
@QuarkusTest
@TestProfile(OtherBrandProfile.class)
class SourceNumbersComponentTest {
    @Test
    void case04_shouldSeparateOrdersOfTwoShopsWithOneNumber() {
        publishSpendRule("spend-cny", 1, 1, "CNY", "2020-01-01T00:00:00Z");
        String subject = "two-shops-" + Ids.next();
        MemberId member = Tokens.memberId(subject);

        Kafka.send(Topic.ORDERS, event("/pos/a", member, 0, order(10_000)), event("/pos/b", member, 0, order(20_000)));
        awaitBalance(subject, 300);

        Kafka.send(
                Topic.ORDERS, event("/pos/b", member, 1, new OrderRefunded("1001", "RF1", new Money(10_000, "CNY"))));
        awaitBalance(subject, 200);

        Kafka.send(Topic.ORDERS, event("/pos/a", member, 2, new OrderCancelled("1001", null)));
        awaitBalance(subject, 100);

        Kafka.send(Topic.ORDERS, event("/pos/a", member, 3, order(10_000)), event("/pos/b", member, 3, order(30_000)));
        awaitBalance(subject, 100 + 200);
        assertThat(imbalance()).isZero();
    }

    private static OrderCompleted order(long amountMinor) {
        return new OrderCompleted("1001", new Money(amountMinor, "CNY"), null, null);
    }

    private static Event<OrderFact> event(String source, MemberId member, int day, OrderFact fact) {
        return new Event<>(
                Ids.next().toString(), source, member, TestEvents.NOON.plus(Duration.ofDays(day)), fact, null, null);
    }
}
