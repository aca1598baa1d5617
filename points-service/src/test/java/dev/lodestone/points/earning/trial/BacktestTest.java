package dev.lodestone.points.earning.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.MemberId;
import dev.lodestone.events.Money;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.points.earning.evaluation.EvaluationInput;
import dev.lodestone.points.earning.evaluation.MemberContext;
import dev.lodestone.points.earning.evaluation.Rule;
import dev.lodestone.points.earning.evaluation.RuleSet;
import dev.lodestone.points.earning.rules.Award;
import dev.lodestone.points.earning.rules.Cap;
import dev.lodestone.points.earning.rules.Rounding;
import dev.lodestone.points.earning.rules.RuleDefinition;
import dev.lodestone.points.ledger.account.Asset;
import dev.lodestone.points.periods.CalendarPeriod;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestTest {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    /** Five points an order, once a day: each member needs a count of the cap and one of the difference. */
    private final Backtest backtest = new Backtest(new RuleSet(List.of()), rule(), 6);

    @Test
    void shouldRefuseMoreCountsThanItsMaximum() {
        for (int i = 0; i < 3; i++) {
            addOrder("member-" + i);
        }
        assertThat(backtest.report().winners()).isEqualTo(new BacktestReport.Side(3, 15));

        addOrder("member-3");
        assertThatThrownBy(() -> addOrder("member-4"))
                .isInstanceOf(BacktestTooLargeException.class)
                .hasMessage("the events need more than 6 counts of members: request fewer days");
    }

    private void addOrder(String member) {
        OrderCompleted order = new OrderCompleted("order-" + member, new Money(100, "CNY"), null, null);
        backtest.add(new EvaluationInput(MemberId.of("test:" + member), order, NOON, MemberContext.UNKNOWN), List.of());
    }

    private static Rule rule() {
        RuleDefinition definition = new RuleDefinition(
                null,
                "brand.order.completed.v1",
                null,
                new Award.Fixed(5),
                Rounding.DOWN,
                null,
                null,
                Asset.POINTS,
                null,
                null,
                null,
                0,
                null,
                List.of(new Cap(CalendarPeriod.DAY, null, 1L)),
                null,
                null);
        return Rule.of("tried", 1, definition, Instant.EPOCH, ZoneId.of("Asia/Shanghai"));
    }
}
