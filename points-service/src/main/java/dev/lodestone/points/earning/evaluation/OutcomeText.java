package dev.lodestone.points.earning.evaluation;

import dev.lodestone.events.orders.OrderCompleted;
import dev.lodestone.platform.texts.DayText;
import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.points.earning.rules.AssetText;
import dev.lodestone.points.earning.rules.Award;
import dev.lodestone.points.earning.rules.Rounding;
import dev.lodestone.points.earning.rules.RuleDefinition;
import dev.lodestone.points.earning.rules.RuleText;
import dev.lodestone.points.ledger.lots.LotTerms;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Explains an outcome in Chinese and English. It repeats the arithmetic of {@link Evaluation} in words and computes nothing. */
public final class OutcomeText {
    private OutcomeText() {}

    /** One sentence: the rule paid, or why it did not pay. */
    public static LocalText summary(Rule rule, Outcome outcome, Audience audience) {
        return switch (audience) {
            case MEMBER -> forMember(rule, outcome);
            case OPERATOR -> forOperator(rule, outcome);
        };
    }

    private static LocalText forMember(Rule rule, Outcome outcome) {
        LocalText title = rule.definition().title();
        LocalText name = title == null
                ? new LocalText("积分规则", "An earning rule")
                : new LocalText("“" + title.zh() + "”", "\"" + title.en() + "\"");
        if (outcome.isPaid()) {
            LocalText units =
                    AssetText.amount(outcome.points(), rule.definition().asset());
            return new LocalText(name.zh() + "发放 " + units.zh(), name.en() + " paid " + units.en());
        }
        // The error of an expression is for operators.
        Reason reason = outcome.reason() == Reason.CONDITION_FAILED ? Reason.RULE_FAILED : outcome.reason();
        LocalText why = reason.text(outcome.by());
        return new LocalText(name.zh() + "未发放：" + why.zh(), name.en() + " did not pay: " + why.en());
    }

    private static LocalText forOperator(Rule rule, Outcome outcome) {
        LocalText title = title(rule);
        LocalText reason = outcome.reason().text(outcome.by());
        return outcome.isPaid()
                ? new LocalText(
                        "规则“%s”第 %d 版发放 %d".formatted(title.zh(), rule.version(), outcome.points()),
                        "Rule \"%s\", version %d, paid %d".formatted(title.en(), rule.version(), outcome.points()))
                : new LocalText(
                        "规则“%s”未发放：%s".formatted(title.zh(), reason.zh()),
                        "Rule \"%s\" did not pay: %s".formatted(title.en(), reason.en()));
    }

    /** The steps of the arithmetic; empty for a rule that did not pay. */
    public static List<LocalText> steps(Rule rule, EvaluationInput input, Outcome outcome) {
        List<LocalText> steps = new ArrayList<>();
        if (outcome.isPaid()) {
            steps.add(award(rule.definition(), input, outcome));
            bounds(rule.definition(), outcome, steps);
            limit(outcome, steps);
            terms(rule.terms(input.occurredAt()), rule.zone(), steps);
        }
        return steps;
    }

    /** The title of the rule; its code if it has none. */
    public static LocalText title(Rule rule) {
        LocalText title = rule.definition().title();
        return title == null ? new LocalText(rule.code(), rule.code()) : title;
    }

    private static LocalText award(RuleDefinition definition, EvaluationInput input, Outcome outcome) {
        return switch (definition.award()) {
            case Award.PerAmount award -> perAmount(award, definition.rounding(), input);
            case Award.Multiplier award -> multiplier(award, definition.rounding(), outcome);
            case Award.Fixed fixed -> RuleText.award(fixed, definition.asset());
            case Award.PerItem perItem -> RuleText.award(perItem, definition.asset());
            case Award.AsOffered offered -> RuleText.award(offered, definition.asset());
        };
    }

    private static LocalText perAmount(Award.PerAmount award, Rounding rounding, EvaluationInput input) {
        String total = input.fact() instanceof OrderCompleted order
                ? RuleText.money(order.total().amountMinor(), order.total().currency())
                : "";
        String unit = RuleText.money(award.perAmountMinor(), award.currency());
        String result = rounding.share(input.amountMinor(), award.points(), award.perAmountMinor())
                .toString();
        return new LocalText(
                "%s × 每 %s %d = %s（%s）".formatted(total, unit, award.points(), result, zh(rounding)),
                "%s × %d per %s = %s (%s)".formatted(total, award.points(), unit, result, en(rounding)));
    }

    private static LocalText multiplier(Award.Multiplier award, Rounding rounding, Outcome outcome) {
        String factor = RuleText.factor(award);
        String result =
                rounding.share(outcome.base(), award.permille() - 1_000, 1_000).toString();
        return new LocalText(
                "其他规则发放 %d，× %s，加发 %s（%s）".formatted(outcome.base(), factor, result, zh(rounding)),
                "the other rules paid %d, × %s, so %s more (%s)"
                        .formatted(outcome.base(), factor, result, en(rounding)));
    }

    private static void bounds(RuleDefinition definition, Outcome outcome, List<LocalText> steps) {
        if (definition.atLeast() != null && outcome.due() == definition.atLeast()) {
            steps.add(new LocalText(
                    "单笔至少 %d".formatted(outcome.due()), "at least %d for one event".formatted(outcome.due())));
        }
        if (definition.atMost() != null && outcome.due() == definition.atMost()) {
            steps.add(new LocalText(
                    "单笔至多 %d".formatted(outcome.due()), "at most %d for one event".formatted(outcome.due())));
        }
    }

    private static void limit(Outcome outcome, List<LocalText> steps) {
        if (outcome.points() < outcome.due()) {
            String by = outcome.by();
            steps.add(new LocalText(
                    "应发 %d，受%s限制实发 %d"
                            .formatted(outcome.due(), "budget".equals(by) ? "预算" : "上限 " + by + " ", outcome.points()),
                    "%d were due; the %s limited it to %d"
                            .formatted(
                                    outcome.due(),
                                    "budget".equals(by) ? "budget" : "cap of the period " + by,
                                    outcome.points())));
        }
    }

    private static void terms(LotTerms terms, ZoneId zone, List<LocalText> steps) {
        if (terms.availableAt() != null) {
            LocalText day = DayText.of(terms.availableAt(), zone);
            steps.add(new LocalText("自 " + day.zh() + "起可用", "can be spent from " + day.en()));
        }
        if (terms.expiresAt() != null) {
            LocalText day = DayText.lastBefore(terms.expiresAt(), zone);
            steps.add(new LocalText("有效期至 " + day.zh(), "can be spent until " + day.en()));
        }
    }

    private static String zh(Rounding rounding) {
        return switch (rounding) {
            case DOWN -> "向下取整";
            case HALF_UP -> "四舍五入";
            case UP -> "向上取整";
        };
    }

    private static String en(Rounding rounding) {
        return switch (rounding) {
            case DOWN -> "rounded down";
            case HALF_UP -> "rounded half up";
            case UP -> "rounded up";
        };
    }
}
