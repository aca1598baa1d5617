package dev.lodestone.tier.qualification;

import dev.lodestone.testkit.OrderCase;
import dev.lodestone.testkit.OrderCases;
import dev.lodestone.tier.TierApi;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The order cases, which must have the same result in every service. */
@QuarkusTest
class OrderCasesComponentTest {
    @Test
    void case01_shouldCountARefundOnceByItsNumber() {
        OrderCases.run(OrderCase.SAME_REFUND_IN_A_NEW_ENVELOPE, OrderCasesComponentTest::growth);
    }

    @Test
    void case02_shouldLetTheNewestBusinessTimeDecide() {
        OrderCases.run(OrderCase.CANCELLED_THEN_COMPLETED, OrderCasesComponentTest::growth);
    }

    @Test
    void case03_shouldRejectABadRefundAndNeverItsOrder() {
        OrderCases.run(OrderCase.BAD_REFUND_COMES_FIRST, OrderCasesComponentTest::growth);
    }

    @Test
    void case03_shouldRejectABadRefundThatWasAcceptedBeforeItsOrderArrived() {
        OrderCases.runBadRefundLongBeforeItsOrder(OrderCasesComponentTest::growth);
    }

    @Test
    void case28_shouldCountARefundThatIsCorrectedUnderTheIdOfTheWrongOne() {
        OrderCases.runRefundCorrectedUnderItsId(OrderCasesComponentTest::growth);
    }

    @Test
    void case04_shouldRejectASecondShopsOrderWithTheSameNumber() {
        OrderCases.run(OrderCase.TWO_SHOPS_ONE_NUMBER, OrderCasesComponentTest::growth);
    }

    @Test
    void case05_shouldUseTheCorrectedAmount() {
        OrderCases.run(OrderCase.AMOUNT_CORRECTED, OrderCasesComponentTest::growth);
    }

    @Test
    void shouldComeToTheSameResultWhenAllEventsArriveTogether() {
        OrderCases.run(OrderCase.EVERYTHING_AT_ONCE, OrderCasesComponentTest::growth);
    }

    private static long growth(String subject) {
        return TierApi.me(subject).getLong("growth");
    }
}
