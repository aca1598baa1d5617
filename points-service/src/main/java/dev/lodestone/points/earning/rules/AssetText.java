package dev.lodestone.points.earning.rules;

import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.points.ledger.account.Asset;

/** Amounts of an asset in the words of members. */
public final class AssetText {
    private AssetText() {}

    /** An amount with the name of its units, such as {@code 299 积分}. */
    public static LocalText amount(long units, Asset asset) {
        return switch (asset) {
            case POINTS -> new LocalText(units + " 积分", counted(units, "point"));
            case GROWTH -> new LocalText(units + " 成长值", units + " growth");
            case VOUCHER -> new LocalText(units + " 张券", counted(units, "voucher"));
            case CASH -> new LocalText(units + " 分现金", counted(units, "cash unit"));
        };
    }

    private static String counted(long units, String one) {
        return units + " " + one + (units == 1 ? "" : "s");
    }
}
