package dev.lodestone.points.earning.evaluation;

import dev.lodestone.platform.texts.LocalText;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Why a rule paid or did not pay. The slug is contract. {@code {by}} is replaced by the value that limited the outcome. */
public enum Reason {
    PAID("已发放", "it paid"),
    NOT_STARTED("规则尚未开始", "it had not started yet"),
    ENDED("规则已经结束", "it had ended"),
    WEEKDAY("当天不是规则规定的星期", "it does not pay on that day of the week"),
    HOURS("不在规则规定的时段内", "it does not pay at that time of the day"),
    RECURRENCE("当天不在规则的重复日期内", "the day is not one of its recurring days"),
    CONDITION_FALSE("不满足规则条件", "its condition was not met"),
    CONDITION_FAILED("规则条件无法计算：{by}", "its condition could not be evaluated: {by}"),
    RULE_FAILED("规则无法计算，已通知运营人员", "it could not be evaluated; the operators were notified"),
    CURRENCY_DIFFERS("订单币种不是 {by}", "the order is not in {by}"),
    NOTHING_DUE("按规则计算为零", "the result of its calculation is zero"),
    TOO_LARGE("超过单笔发放上限", "the result is more than the maximum for one event"),
    EXCLUSIVE_GROUP("同组规则 {by} 已经发放", "rule {by} of the same exclusive group paid"),
    CAP_REACHED("已达会员在本周期的上限（{by}）", "the member had reached the cap for the period ({by})"),
    BUDGET_EXHAUSTED("规则预算已用完", "its budget was used up");

    private static final Set<Reason> EVENT_ONLY = EnumSet.of(
            NOT_STARTED,
            ENDED,
            WEEKDAY,
            HOURS,
            RECURRENCE,
            CONDITION_FALSE,
            CONDITION_FAILED,
            RULE_FAILED,
            CURRENCY_DIFFERS);

    private final LocalText text;

    Reason(String zh, String en) {
        this.text = new LocalText(zh, en);
    }

    /** True if it depends on the event and the member alone, not on other rules or earlier payments. */
    boolean dependsOnEventOnly() {
        return EVENT_ONLY.contains(this);
    }

    /** True if the rule is defective and an operator must correct it. */
    public boolean isFailure() {
        return this == RULE_FAILED || this == CONDITION_FAILED;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The explanation of this reason.
     *
     * @param by the value that limited the outcome, or an empty text
     */
    public LocalText text(String by) {
        return new LocalText(text.zh().replace("{by}", by), text.en().replace("{by}", by));
    }
}
