package dev.lodestone.points.earning.accrual;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.Topic;
import dev.lodestone.platform.inbox.InboxProcessor;
import dev.lodestone.points.PointsApi;
import dev.lodestone.testkit.Api;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.OrderCase;
import dev.lodestone.testkit.OrderCases;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order cases with the same result in all services. */
@QuarkusTest
class OrderCasesComponentTest {
    @Inject
    InboxProcessor inbox;

    @Inject
    EarningConsumer consumer;

    @BeforeEach
    void onePointForEachUnit() {
        PointsApi.publishSpendRule("spend-cny", 1, 1, "CNY", "2020-01-01T00:00:00Z");
    }

    @AfterEach
    void ledgerIsBalanced() {
        assertThat(PointsApi.imbalance()).isZero();
    }

    @Test
    void case01_shouldCountARefundOnceByItsNumber() {
        OrderCases.run(OrderCase.SAME_REFUND_IN_A_NEW_ENVELOPE, OrderCasesComponentTest::balance);
    }

    @Test
    void case02_shouldLetTheNewestBusinessTimeDecide() {
        OrderCases.run(OrderCase.CANCELLED_THEN_COMPLETED, OrderCasesComponentTest::balance);
    }

    @Test
    void case03_shouldCreateADeadLetterForABadRefundAndKeepTheOrder() {
        OrderCases.run(OrderCase.BAD_REFUND_COMES_FIRST, OrderCasesComponentTest::balance);
    }

    @Test
    void case03_shouldCreateADeadLetterForABadRefundThatArrivedBeforeItsOrder() {
        OrderCases.runBadRefundLongBeforeItsOrder(OrderCasesComponentTest::balance);
    }

    @Test
    void case28_shouldCountARefundThatIsCorrectedUnderTheIdOfTheWrongOne() {
        OrderCases.runRefundCorrectedUnderItsId(OrderCasesComponentTest::balance);
    }

    @Test
    void case28_shouldCountTheCorrectedRefundThoughTheOrderComesLastInTheBatch() {
        String subject = "one-batch-" + UUID.randomUUID();
        String wrong = refund(subject, "RF1", "USD");
        String corrected = refund(subject, "RF1", "CNY");
        String order = event(subject, "o", "brand.order.completed.v1", """
                {"orderId": "A", "total": {"amountMinor": 10000, "currency": "CNY"}}""");

        process(subject, wrong, corrected, order);

        assertThat(balance(subject)).isEqualTo(80);
        assertThat(Database.texts(
                        "select reason || ' ' || convert_from(value, 'UTF8') from dead_letter where key = ?",
                        (Object) Tokens.memberId(subject).toString().getBytes(UTF_8)))
                .singleElement()
                .asString()
                .startsWith("refund-currency-differs")
                .contains("USD");
    }

    @Test
    void case04_shouldCreateADeadLetterForAnotherShopsOrderWithTheSameNumber() {
        OrderCases.run(OrderCase.TWO_SHOPS_ONE_NUMBER, OrderCasesComponentTest::balance);
    }

    @Test
    void case05_shouldUseTheCorrectedAmount() {
        OrderCases.run(OrderCase.AMOUNT_CORRECTED, OrderCasesComponentTest::balance);
    }

    @Test
    void shouldGiveTheSameResultForEachBatching() {
        OrderCases.run(OrderCase.EVERYTHING_AT_ONCE, OrderCasesComponentTest::balance);
    }

    private void process(String subject, String... events) {
        byte[] key = Tokens.memberId(subject).toString().getBytes(UTF_8);
        List<ConsumerRecord<byte[], byte[]>> records = Arrays.stream(events)
                .map(event -> new ConsumerRecord<>(Topic.ORDERS, 0, 0, key, event.getBytes(UTF_8)))
                .toList();
        inbox.process(new ConsumerRecords<>(Map.of(new TopicPartition(Topic.ORDERS, 0), records), Map.of()), consumer)
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    private static String refund(String subject, String number, String currency) {
        return event(subject, "r", "brand.order.refunded.v1", """
                {"orderId": "A", "refundId": "%s", "refunded": {"amountMinor": 2000, "currency": "%s"}}""".formatted(number, currency));
    }

    private static String event(String subject, String id, String type, String data) {
        return """
                {"specversion": "1.0", "id": "%1$s-%2$s", "source": "/shop", "type": "%3$s", "subject": "%4$s",
                 "time": "2026-11-01T04:00:00Z", "data": %5$s}""".formatted(subject, id, type, Tokens.memberId(subject), data);
    }

    private static long balance(String subject) {
        return Api.as(Tokens.member(subject))
                .get("/api/points/v1/me/balance")
                .jsonPath()
                .getLong("balance");
    }
}
