package dev.lodestone.points.earning.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.points.PointsApi;
import dev.lodestone.testkit.Api;
import dev.lodestone.testkit.OrderCase;
import dev.lodestone.testkit.OrderCases;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order cases with the same result in all services. */
@QuarkusTest
class OrderCasesComponentTest {
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

    private static long balance(String subject) {
        return Api.as(Tokens.member(subject))
                .get("/api/points/v1/me/balance")
                .jsonPath()
                .getLong("balance");
    }
}
