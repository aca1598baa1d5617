package dev.lodestone.points.explanation;

import dev.lodestone.points.rules.LocalText;

/** What each kind of posting is, in words. */
final class KindText {
    private KindText() {}

    static LocalText of(Booked posting) {
        String order = posting.orderId() == null ? "" : posting.orderId();
        String note = posting.note() == null ? "" : posting.note();
        return switch (posting.kind()) {
            case EARNED, EARNED_PENDING -> text(posting, "获得 %d", "Earned %d");
            case CONFIRMED -> text(posting, "退货期已过,%d 现在可用", "The return window is over: %d can be spent now");
            case REDEEMED -> text(posting, "使用 %d", "Spent %d");
            case HELD -> text(posting, "为尚未完成的交易预留 %d", "Reserved %d for something that is not settled yet");
            case HOLD_POSTED -> text(posting, "预留已结算,使用 %d", "What was reserved is settled: spent %d");
            case RELEASED -> text(posting, "预留已取消或到期,退回 %d", "The hold was given up or ran out: %d can be spent again");
            case RETURNED ->
                text(
                        posting,
                        "订单 " + order + " 退款,退回已使用的 %d",
                        "Order " + order + " was refunded: %d that were spent came back");
            case TAKEN_BACK ->
                text(
                        posting,
                        "订单 " + order + " 退款或冲正,收回 %d",
                        "Order " + order + " was refunded or reversed: %d were taken back");
            case PENDING_TAKEN_BACK ->
                text(
                        posting,
                        "订单 " + order + " 退款或冲正,收回待生效的 %d",
                        "Order " + order + " was refunded or reversed: %d pending were taken back");
            case EXPIRED -> text(posting, "到期失效 %d", "%d lapsed unspent");
            case REOPENED ->
                text(
                        posting,
                        "更早发生的事迟到入账,恢复 %d",
                        "Something that happened before was told after the lapse: %d were reopened");
            case GRANTED -> text(posting, "运营人员发放 %d:" + note, "An operator gave %d: " + note);
            case DEDUCTED -> text(posting, "运营人员扣除 %d:" + note, "An operator took %d: " + note);
        };
    }

    /** Operators' words may hold a percent sign, so the amount is put in by name. */
    private static LocalText text(Booked posting, String zh, String en) {
        String amount = Long.toString(posting.amount());
        return new LocalText(zh.replaceFirst("%d", amount), en.replaceFirst("%d", amount));
    }
}
