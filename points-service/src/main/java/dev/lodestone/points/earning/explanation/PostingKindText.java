package dev.lodestone.points.earning.explanation;

import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.points.earning.rules.AssetText;
import dev.lodestone.points.ledger.history.PostingRow;

/** Describes postings that no rule explains, in Chinese and English. */
final class PostingKindText {
    private PostingKindText() {}

    static LocalText of(PostingRow posting) {
        LocalText amount = AssetText.amount(posting.amount(), posting.asset());
        String zh = amount.zh();
        String en = amount.en();
        return switch (posting.kind()) {
            case EARNED, EARNED_PENDING -> new LocalText("获得 " + zh, "Earned " + en);
            case CONFIRMED ->
                new LocalText("退货期已过，" + zh + "现在可用", "The return window has ended: " + en + " can be spent now");
            case REDEEMED -> new LocalText("使用 " + zh, "Spent " + en);
            case HELD -> new LocalText("为尚未完成的交易预留 " + zh, "Held " + en + " for a transaction that is not settled yet");
            case HOLD_POSTED -> new LocalText("预留已结算，使用 " + zh, "The hold was settled: spent " + en);
            case RELEASED ->
                new LocalText("预留已取消或到期，退回 " + zh, "The hold was voided or expired: " + en + " can be spent again");
            case RETURNED -> refundOrReversal(posting, "退回已使用的 " + zh, en + " that were spent were returned");
            case CLAWED_BACK -> refundOrReversal(posting, "收回 " + zh, en + " were clawed back");
            case PENDING_CLAWED_BACK ->
                refundOrReversal(posting, "收回待生效的 " + zh, en + " that were pending were clawed back");
            case EXPIRED -> new LocalText("到期失效 " + zh, en + " expired unspent");
            case REINSTATED ->
                new LocalText(
                        "更早发生的事迟到入账，恢复 " + zh, "An earlier event arrived after the expiry: " + en + " were reinstated");
            case GRANTED -> byOperator(posting, "发放 " + zh, "granted " + en);
            case DEDUCTED -> byOperator(posting, "扣除 " + zh, "deducted " + en);
        };
    }

    /** The text for a refund of an order. A clawback or return without an order is a reversal by an operator. */
    private static LocalText refundOrReversal(PostingRow posting, String zh, String en) {
        String order = posting.orderId();
        return order == null
                ? byOperator(posting, "冲正，" + zh, "reversed a posting, so that " + en)
                : new LocalText("订单 " + order + " 退款，" + zh, "Order " + order + " was refunded: " + en);
    }

    private static LocalText byOperator(PostingRow posting, String zh, String en) {
        String note = posting.note();
        return note == null
                ? new LocalText("运营人员" + zh, "An operator " + en)
                : new LocalText("运营人员" + zh + "：" + note, "An operator " + en + ": " + note);
    }
}
