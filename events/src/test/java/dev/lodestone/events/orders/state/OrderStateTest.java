package dev.lodestone.events.orders.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.events.Money;
import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderFact;
import dev.lodestone.events.orders.OrderItem;
import dev.lodestone.events.orders.OrderRefunded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrderStateTest {
    private static final Instant FIRST_OF_NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void case01_shouldCountARefundOnceByItsNumber() {
        OrderState state = after(
                order(1, 10_000),
                refund(2, "RF1", 2_000),
                refund(2, "RF1", 2_000),
                refund(3, "RF1", 2_000),
                refund(3, "RF2", 500));

        assertThat(state.netMinor()).isEqualTo(7_500);
    }

    @Test
    void case01_shouldTakeTheNewestAmountOfARefundThatIsSentAgainWithAnother() {
        OrderState state = after(order(1, 10_000), refund(3, "RF1", 500), refund(2, "RF1", 2_000));

        assertThat(state.netMinor()).isEqualTo(9_500);
    }

    @Test
    void case02_shouldLetTheNewestBusinessTimeDecideBetweenCompletedAndCancelled() {
        assertThat(after(order(3, 10_000), order(1, 10_000), cancelled(2)).netMinor())
                .isEqualTo(10_000);
        assertThat(after(order(1, 10_000), order(2, 10_000), cancelled(3)).netMinor())
                .isZero();
    }

    @Test
    void case02_shouldCancelWhenBothHaveTheSameTime() {
        assertThat(after(cancelled(1), order(1, 10_000)).counts()).isFalse();
        assertThat(after(order(1, 10_000), cancelled(1)).counts()).isFalse();
    }

    @Test
    void case02_shouldCountOnlyRefundsAfterTheCompletionThatReinstates() {
        OrderState state = after(
                order(1, 10_000), refund(2, "RF1", 10_000), cancelled(2), order(3, 10_000), refund(4, "RF2", 1_000));

        assertThat(state.netMinor()).isEqualTo(9_000);
    }

    @Test
    void case03_shouldSetARefundInAnotherCurrencyAsideWheneverItArrives() {
        OrderEvent dollars = at(2, new OrderRefunded("A", "RF1", new Money(2_000, "USD")));
        OrderEvent order = order(1, 10_000);

        OrderStep early = OrderNumbers.BRAND.apply(OrderState.UNKNOWN, dollars);
        OrderStep shown = OrderNumbers.BRAND.apply(early.state(), order);
        OrderStep late = OrderNumbers.BRAND.apply(after(order), dollars);

        assertThat(early.conflicts()).isEmpty();
        assertThat(shown.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.event()).isEqualTo(dollars);
            assertThat(conflict.reason()).isEqualTo("refund-currency-differs");
            assertThat(conflict.detail()).contains("is in USD", "is in CNY");
        });
        assertThat(late.conflicts()).isEqualTo(shown.conflicts());
        assertThat(late.state()).isEqualTo(shown.state());
        assertThat(late.state().netMinor()).isEqualTo(10_000);
    }

    @Test
    void case03_shouldShowAConflictAgainOnlyWhenItsEventIsSentAgain() {
        OrderEvent dollars = at(2, new OrderRefunded("A", "RF1", new Money(2_000, "USD")));
        OrderState known = after(order(1, 10_000), dollars);

        assertThat(OrderNumbers.BRAND.apply(known, refund(3, "RF2", 100)).conflicts())
                .isEmpty();
        assertThat(OrderNumbers.BRAND.apply(known, dollars).conflicts()).hasSize(1);
    }

    @Test
    void case03_shouldCountTheSameNumberInTheRightCurrencyThoughItsTimeIsOlder() {
        OrderEvent dollars = at(5, new OrderRefunded("A", "RF1", new Money(2_000, "USD")));

        assertThat(after(order(1, 10_000), dollars, refund(2, "RF1", 2_000)).netMinor())
                .isEqualTo(8_000);
    }

    @Test
    void case28_shouldNotShowAConflictAgainWhenItsEventIsCorrectedUnderTheSameKey() {
        OrderEvent dollars = at(2, new OrderRefunded("A", "RF1", new Money(2_000, "USD")));
        OrderState known = after(order(1, 10_000), dollars);
        OrderEvent corrected = underTheKeyOf(dollars, 2_000, "CNY");

        OrderStep step = OrderNumbers.BRAND.apply(known, corrected);

        assertThat(step.conflicts()).isEmpty();
        assertThat(step.state().netMinor()).isEqualTo(8_000);
    }

    @Test
    void case28_shouldShowTheConflictOfACorrectionThatDoesNotFitEither() {
        OrderEvent dollars = at(2, new OrderRefunded("A", "RF1", new Money(2_000, "USD")));
        OrderEvent still = underTheKeyOf(dollars, 1_000, "USD");

        OrderStep step = OrderNumbers.BRAND.apply(after(order(1, 10_000), dollars), still);

        assertThat(step.conflicts()).extracting(OrderConflict::event).containsExactly(still);
    }

    @Test
    void case04_shouldRefuseTheSecondSourceWhereNumbersAreUniqueForTheBrand() {
        OrderEvent a = from("/pos/a", 1, 10_000);
        OrderEvent b = from("/pos/b", 2, 20_000);

        OrderStep step = OrderNumbers.BRAND.apply(after(a), b);

        assertThat(step.state()).isEqualTo(after(a));
        assertThat(step.conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.reason()).isEqualTo("order-number-taken"));
        assertThat(OrderNumbers.BRAND.name("/pos/a", "1001")).isEqualTo(OrderNumbers.BRAND.name("/pos/b", "1001"));
    }

    @Test
    void case04_shouldNameOrdersBySourceWhereNumbersAreUniqueForEachSource() {
        assertThat(OrderNumbers.SOURCE.name("/pos/a", "1001")).isNotEqualTo(OrderNumbers.SOURCE.name("/pos/b", "1001"));
        assertThat(OrderNumbers.SOURCE.name("/a", "b1")).isNotEqualTo(OrderNumbers.SOURCE.name("/ab", "1"));
    }

    @Test
    void case05_shouldTakeTheNewestAmountButTheFirstTime() {
        OrderState state = after(order(2, 15_000), order(1, 10_000));

        assertThat(state.netMinor()).isEqualTo(15_000);
        assertThat(state.completion()).isNotNull();
        assertThat(state.completion().firstAt()).isEqualTo(FIRST_OF_NOVEMBER.plus(Duration.ofDays(1)));
        assertThat(state.completion().at()).isEqualTo(FIRST_OF_NOVEMBER.plus(Duration.ofDays(2)));
    }

    @Test
    void shouldLeaveNothingWhenMoreThanTheAmountIsRefunded() {
        OrderState state = after(order(1, 100), refund(2, "RF1", 99), refund(3, "RF2", Money.AMOUNT_MAX));

        assertThat(state.netMinor()).isZero();
        assertThat(state.kept(500)).isZero();
        assertThat(state.counts()).isTrue();
    }

    @Test
    void shouldKeepWhatAFreeOrderBroughtUntilAnythingIsRefunded() {
        assertThat(after(order(1, 0)).kept(500)).isEqualTo(500);
        assertThat(after(order(1, 0), refund(2, "RF1", 1)).kept(500)).isZero();
        assertThat(after(order(1, 0), cancelled(2)).kept(500)).isZero();
    }

    @Test
    void shouldReckonExactlyAtTheLimits() {
        OrderState state = after(order(1, Money.AMOUNT_MAX), refund(2, "RF1", 1));

        assertThat(state.kept(1_000_000_000_000L)).isEqualTo(999_999_999_999L);
        OrderState full = OrderState.UNKNOWN.with(order(1, Money.AMOUNT_MAX));
        for (int n = 0; n < OrderNumbers.REFUNDS_MAX; n++) {
            full = full.with(refund(2, "RF" + n, Money.AMOUNT_MAX));
        }
        assertThat(full.refundedMinor()).isEqualTo(OrderNumbers.REFUNDS_MAX * Money.AMOUNT_MAX);
        assertThat(OrderNumbers.BRAND.apply(full, refund(3, "one-more", 1)).conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.reason()).isEqualTo("too-many-refunds"));
    }

    @Test
    void shouldTellWhichLinesWereRefunded() {
        OrderItem line = new OrderItem("sku-y", 1, 500);
        OrderState state =
                after(order(1, 10_000), at(2, new OrderRefunded("A", "RF1", new Money(500, "CNY"), List.of(line))));

        assertThat(state.refundedLines()).containsExactly(line);
    }

    private static OrderState after(OrderEvent... events) {
        OrderState state = OrderState.UNKNOWN;
        for (OrderEvent event : events) {
            state = OrderNumbers.BRAND.apply(state, event).state();
        }
        return state;
    }

    private static OrderEvent order(int day, long amountMinor) {
        return from("/shop", day, amountMinor);
    }

    private static OrderEvent from(String source, int day, long amountMinor) {
        OrderCompleted fact = new OrderCompleted("A", new Money(amountMinor, "CNY"), null, null);
        UUID key = UUID.randomUUID();
        return new OrderEvent(source, key.toString(), key, FIRST_OF_NOVEMBER.plus(Duration.ofDays(day)), fact);
    }

    private static OrderEvent refund(int day, String number, long amountMinor) {
        return at(day, new OrderRefunded("A", number, new Money(amountMinor, "CNY")));
    }

    private static OrderEvent underTheKeyOf(OrderEvent wrong, long amountMinor, String currency) {
        return new OrderEvent(
                wrong.source(),
                wrong.id(),
                wrong.key(),
                wrong.at(),
                new OrderRefunded("A", "RF1", new Money(amountMinor, currency)));
    }

    private static OrderEvent cancelled(int day) {
        return at(day, new OrderCancelled("A", null));
    }

    private static OrderEvent at(int day, OrderFact fact) {
        UUID key = UUID.randomUUID();
        return new OrderEvent("/shop", key.toString(), key, FIRST_OF_NOVEMBER.plus(Duration.ofDays(day)), fact);
    }
}
