package dev.lodestone.tier.qualification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lodestone.events.Money;
import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderFact;
import dev.lodestone.events.orders.OrderPaid;
import dev.lodestone.events.orders.OrderRefunded;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchaseTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"29900, CNY, 299", "29999, CNY, 299", "99, CNY, 0", "299, JPY, 299", "1999, BHD, 1"})
    void shouldGrowByWholeMajorUnits(long amountMinor, String currency, long growth) {
        assertEquals(growth, after(completed(amountMinor, currency)).growth());
    }

    @Test
    void shouldGrowByWhatWasPaidAndNotRefunded() {
        Purchase purchase = after(completed(30000, "CNY"), refunded("R1", 10050, "CNY"), refunded("R2", 5000, "CNY"));

        assertEquals(149, purchase.growth());
    }

    @Test
    void shouldNotFallBelowZeroWhenMoreIsRefundedThanWasPaid() {
        assertEquals(
                0, after(completed(30000, "CNY"), refunded("R1", 40000, "CNY")).growth());
    }

    @Test
    void shouldCountARefundOnceWhenItIsToldTwice() {
        Purchase purchase = after(completed(30000, "CNY"), refunded("R1", 10000, "CNY"), refunded("R1", 10000, "CNY"));

        assertEquals(200, purchase.growth());
    }

    @Test
    void shouldCountAnOrderOnceWhenItIsToldTwice() {
        assertEquals(
                300, after(completed(30000, "CNY"), completed(30000, "CNY")).growth());
    }

    @Test
    void shouldTakeTheEarlierOfTwoCompletions() {
        OrderCompleted later = completed(99900, "CNY");

        Purchase laterFirst =
                Purchase.UNHEARD_OF.with(later, NOON.plusSeconds(1)).with(completed(30000, "CNY"), NOON);
        Purchase laterLast =
                Purchase.UNHEARD_OF.with(completed(30000, "CNY"), NOON).with(later, NOON.plusSeconds(1));

        assertEquals(300, laterFirst.growth());
        assertEquals(laterFirst, laterLast);
    }

    @Test
    void shouldLeaveOutARefundInAnotherCurrency() {
        Purchase purchase = after(refunded("R1", 10000, "EUR"), completed(30000, "CNY"), refunded("R2", 10000, "CNY"));

        assertEquals(200, purchase.growth());
    }

    @Test
    void shouldBringNothingOnceCancelledWheneverThatIsTold() {
        OrderCancelled cancelled = new OrderCancelled("A1", null);

        assertEquals(0, after(completed(30000, "CNY"), cancelled).growth());
        assertEquals(0, after(cancelled, completed(30000, "CNY")).growth());
    }

    @Test
    void shouldBringNothingBeforeItIsCompleted() {
        Purchase paid = after(new OrderPaid("A1", new Money(30000, "CNY")));

        assertSame(Purchase.UNHEARD_OF, paid);
        assertEquals(0, paid.growth());
        assertEquals(0, after(refunded("R1", 10000, "CNY")).growth());
    }

    private static Purchase after(OrderFact... facts) {
        Purchase purchase = Purchase.UNHEARD_OF;
        for (OrderFact fact : facts) {
            purchase = purchase.with(fact, NOON);
        }
        return purchase;
    }

    private static OrderCompleted completed(long amountMinor, String currency) {
        return new OrderCompleted("A1", new Money(amountMinor, currency), null, null);
    }

    private static OrderRefunded refunded(String refundId, long amountMinor, String currency) {
        return new OrderRefunded("A1", refundId, new Money(amountMinor, currency));
    }
}
