package dev.lodestone.points.earning.explanation;

import dev.lodestone.events.orders.OrderCancelled;
import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.events.orders.OrderRefunded;
import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.points.earning.events.RecordedEvent;
import dev.lodestone.points.earning.rules.Rounding;
import dev.lodestone.points.earning.rules.RuleText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Explains the arithmetic of a refund: the share of points that belongs to the unrefunded amount remains. */
final class RefundSteps {
    private RefundSteps() {}

    /**
     * The steps of the refund at event {@code causeId}, one of the order's {@code events}; empty if no completion of the order precedes it.
     *
     * @param amount the points that were earned or spent, of which a share is clawed back or returned
     */
    static List<LocalText> of(List<RecordedEvent> events, UUID causeId, long amount) {
        Map<String, Long> refunds = new HashMap<>();
        OrderCompleted order = null;
        boolean cancelled = false;
        for (RecordedEvent event : events) {
            switch (event.input().fact()) {
                case OrderCompleted completed -> {
                    if (cancelled && order != null) {
                        // It reinstates the cancelled order: earlier refunds belong to the order before the
                        // cancellation.
                        refunds.clear();
                    }
                    cancelled = cancelled && order == null;
                    order = completed;
                }
                case OrderRefunded refund ->
                    refunds.put(refund.refundId(), refund.refunded().amountMinor());
                case OrderCancelled ignored -> cancelled = true;
                default -> {
                    // It does not change the amount of the order.
                }
            }
            if (event.eventId().equals(causeId)) {
                break;
            }
        }
        long refunded = refunds.values().stream().mapToLong(Long::longValue).sum();
        return order == null
                ? List.of()
                : steps(order, cancelled ? order.total().amountMinor() : refunded, amount);
    }

    private static List<LocalText> steps(OrderCompleted order, long refunded, long amount) {
        long total = order.total().amountMinor();
        long unrefunded = Math.max(0, total - refunded);
        String currency = order.total().currency();
        String totalText = RuleText.money(total, currency);
        String unrefundedText = RuleText.money(unrefunded, currency);
        String remaining = total == 0
                ? "0"
                : Rounding.DOWN.share(amount, unrefunded, total).toString();
        return List.of(
                new LocalText(
                        "订单金额 %s，未退部分 %s".formatted(totalText, unrefundedText),
                        "order total %s, not refunded %s".formatted(totalText, unrefundedText)),
                new LocalText(
                        "%d × %s ÷ %s = 保留 %s（向下取整），其余处理".formatted(amount, unrefundedText, totalText, remaining),
                        "%d × %s ÷ %s = %s remain (rounded down), the rest is reversed"
                                .formatted(amount, unrefundedText, totalText, remaining)));
    }
}
