package dev.lodestone.points.earning.explanation;

import dev.lodestone.points.earning.rules.LocalText;

/** What a posting did, in words, where no rule says it better. */
final class PostingKindText {
    private PostingKindText() {}

    static LocalText of(PostingRow posting) {
        String amount = Long.toString(posting.amount());
        return switch (posting.kind()) {
            case EARNED, EARNED_PENDING -> new LocalText("获得 " + amount, "Earned " + amount);
            case CONFIRMED ->
                new LocalText(
                        "退货期已过," + amount + " 现在可用", "The return window is over: " + amount + " can be spent now");
            case REDEEMED -> new LocalText("使用 " + amount, "Spent " + amount);
            case HELD ->
                new LocalText("为尚未完成的交易预留 " + amount, "Reserved " + amount + " for something that is not settled yet");
            case HOLD_POSTED -> new LocalText("预留已结算,使用 " + amount, "What was reserved is settled: spent " + amount);
            case RELEASED ->
                new LocalText(
                        "预留已取消或到期,退回 " + amount, "The hold was given up or ran out: " + amount + " can be spent again");
            case RETURNED -> refundOrReversal(posting, "退回已使用的 " + amount, amount + " that were spent came back");
            case TAKEN_BACK -> refundOrReversal(posting, "收回 " + amount, amount + " were taken back");
            case PENDING_TAKEN_BACK -> refundOrReversal(posting, "收回待生效的 " + amount, amount + " pending were taken back");
            case EXPIRED -> new LocalText("到期失效 " + amount, amount + " lapsed unspent");
            case REOPENED ->
                new LocalText(
                        "更早发生的事迟到入账,恢复 " + amount,
                        "Something that happened before was told after the lapse: " + amount + " were reopened");
            case GRANTED -> byOperator(posting, "发放 " + amount, "gave " + amount);
            case DEDUCTED -> byOperator(posting, "扣除 " + amount, "took " + amount);
        };
    }

    /** An order is undone by its refund; what belongs to no order, and any posting by itself, only by an operator. */
    private static LocalText refundOrReversal(PostingRow posting, String zh, String en) {
        String order = posting.orderId();
        return order == null
                ? byOperator(posting, "冲正," + zh, "reversed a posting, so that " + en)
                : new LocalText("订单 " + order + " 退款," + zh, "Order " + order + " was refunded: " + en);
    }

    private static LocalText byOperator(PostingRow posting, String zh, String en) {
        String note = posting.note();
        return note == null
                ? new LocalText("运营人员" + zh, "An operator " + en)
                : new LocalText("运营人员" + zh + ":" + note, "An operator " + en + ": " + note);
    }
}
