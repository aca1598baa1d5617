package dev.lodestone.points.earning.rules;

import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.points.ledger.account.Asset;
import java.math.BigDecimal;
import java.util.Currency;

/** Describes a rule in Chinese and English, for members. */
public final class RuleText {
    private RuleText() {}

    /** The award, whether there is a condition, and the pending time. Other restrictions, and the condition itself, are only in the definition. */
    public static LocalText of(RuleDefinition definition) {
        LocalText award = award(definition.award(), definition.asset());
        String zh = award.zh();
        String en = award.en();
        if (definition.condition() != null) {
            zh += "，须符合此规则的条件";
            en += ", if its condition is met";
        }
        if (definition.pendingDays() != null) {
            zh += "，%d 天后可用".formatted(definition.pendingDays());
            en += ", available after %d days".formatted(definition.pendingDays());
        }
        return new LocalText(zh, en);
    }

    /** The award in words. */
    public static LocalText award(Award award, Asset asset) {
        return switch (award) {
            case Award.Fixed fixed -> {
                LocalText units = AssetText.amount(fixed.points(), asset);
                yield new LocalText("每次 " + units.zh(), units.en() + " each time");
            }
            case Award.PerAmount perAmount -> {
                LocalText units = AssetText.amount(perAmount.points(), asset);
                String unit = money(perAmount.perAmountMinor(), perAmount.currency());
                yield new LocalText(
                        "每消费 %s 得 %s".formatted(unit, units.zh()), "%s for each %s spent".formatted(units.en(), unit));
            }
            case Award.PerItem perItem -> {
                LocalText units = AssetText.amount(perItem.points(), asset);
                yield new LocalText("符合条件的商品每件 " + units.zh(), units.en() + " for each eligible item");
            }
            case Award.Multiplier multiplier ->
                new LocalText(
                        "其他规则所得的 %s 倍".formatted(factor(multiplier)),
                        "%s times what other rules pay".formatted(factor(multiplier)));
            case Award.AsOffered offered -> {
                LocalText units = AssetText.amount(offered.pointsMax(), asset);
                yield new LocalText(
                        "按邀约的承诺发放，最多 " + units.zh(), "the bonus of the accepted offer, at most " + units.en());
            }
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
