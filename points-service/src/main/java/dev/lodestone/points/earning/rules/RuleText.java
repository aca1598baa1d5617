package dev.lodestone.points.earning.rules;

import dev.lodestone.platform.texts.LocalText;
import java.math.BigDecimal;
import java.util.Currency;

/** Describes a rule in Chinese and English, for members. */
public final class RuleText {
    private RuleText() {}

    /** The award, condition and pending time. Other restrictions are only in the definition. */
    public static LocalText of(RuleDefinition definition) {
        LocalText award = award(definition.award());
        String zh = "%s(%s)".formatted(award.zh(), definition.asset());
        String en = "%s (%s)".formatted(award.en(), definition.asset());
        if (definition.condition() != null) {
            zh += ",条件:" + definition.condition();
            en += ", if " + definition.condition();
        }
        if (definition.pendingDays() != null) {
            zh += ",%d 天后可用".formatted(definition.pendingDays());
            en += ", available after %d days".formatted(definition.pendingDays());
        }
        return new LocalText(zh, en);
    }

    /** The award in words. */
    public static LocalText award(Award award) {
        return switch (award) {
            case Award.Fixed fixed ->
                new LocalText("每次 %d".formatted(fixed.points()), "%d each time".formatted(fixed.points()));
            case Award.PerAmount perAmount -> {
                String unit = money(perAmount.perAmountMinor(), perAmount.currency());
                yield new LocalText(
                        "每消费 %s 得 %d".formatted(unit, perAmount.points()),
                        "%d for each %s spent".formatted(perAmount.points(), unit));
            }
            case Award.PerItem perItem ->
                new LocalText(
                        "符合条件的商品每件 %d".formatted(perItem.points()),
                        "%d for each eligible item".formatted(perItem.points()));
            case Award.Multiplier multiplier ->
                new LocalText(
                        "其他规则所得的 %s 倍".formatted(factor(multiplier)),
                        "%s times what other rules pay".formatted(factor(multiplier)));
            case Award.AsOffered offered ->
                new LocalText(
                        "按邀约的承诺发放,最多 %d".formatted(offered.pointsMax()),
                        "the bonus of the accepted offer, at most %d".formatted(offered.pointsMax()));
        };
    }

    /** An amount with its currency, such as {@code 299.00 CNY}. */
    public static String money(long amountMinor, String currency) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return BigDecimal.valueOf(amountMinor, Math.max(0, digits)).toPlainString() + " " + currency;
    }

    /** The factor as a decimal number, such as {@code 1.5}. */
    public static String factor(Award.Multiplier multiplier) {
        return BigDecimal.valueOf(multiplier.permille(), 3).stripTrailingZeros().toPlainString();
    }
}
