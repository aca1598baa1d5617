package dev.lodestone.recall.profile;

import dev.lodestone.recall.RecallApi;
import dev.lodestone.recall.SmtpServer;
import dev.lodestone.testkit.OrderCase;
import dev.lodestone.testkit.OrderCases;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The cases about orders that all services answer alike. */
@QuarkusTest
@QuarkusTestResource(SmtpServer.class)
class OrderCasesComponentTest {
    @Test
    void case01_shouldCountARefundOnceByItsNumber() {
        OrderCases.run(OrderCase.SAME_REFUND_IN_A_NEW_ENVELOPE, OrderCasesComponentTest::amount);
    }

    @Test
    void case02_shouldLetTheNewestBusinessTimeDecide() {
        OrderCases.run(OrderCase.CANCELLED_THEN_COMPLETED, OrderCasesComponentTest::amount);
    }

    @Test
    void case03_shouldSetABadRefundAsideAndNeverTheOrder() {
        OrderCases.run(OrderCase.BAD_REFUND_COMES_FIRST, OrderCasesComponentTest::amount);
    }

    @Test
    void case03_shouldSetABadRefundAsideThatWasAcceptedBeforeItsOrderCame() {
        OrderCases.runBadRefundLongBeforeItsOrder(OrderCasesComponentTest::amount);
    }

    @Test
    void case28_shouldCountARefundThatIsCorrectedUnderTheIdOfTheWrongOne() {
        OrderCases.runRefundCorrectedUnderItsId(OrderCasesComponentTest::amount);
    }

    @Test
    void case04_shouldSetASecondShopsOrderOfTheSameNumberAside() {
        OrderCases.run(OrderCase.TWO_SHOPS_ONE_NUMBER, OrderCasesComponentTest::amount);
    }

    @Test
    void case05_shouldTakeTheCorrectedAmount() {
        OrderCases.run(OrderCase.AMOUNT_CORRECTED, OrderCasesComponentTest::amount);
    }

    @Test
    void shouldComeToTheSameWhateverComesTogether() {
        OrderCases.run(OrderCase.EVERYTHING_AT_ONCE, OrderCasesComponentTest::amount);
    }

    private static long amount(String subject) {
        return RecallApi.profile(Tokens.memberId(subject)).extract().jsonPath().getLong("amountMinor") / 100;
    }
}
