package dev.lodestone.points.ledger.liability;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** What the brand's accountants decided. Whole numbers only: shares are parts of a million, costs are minor units for a thousand. */
@ConfigMapping(prefix = "lodestone.points.liability")
interface LiabilityConfig {
    /** ISO 4217 code of the costs. */
    @WithDefault("CNY")
    String currency();

    /** The share of outstanding points and vouchers that is expected to lapse, in parts of a million. 0: none is. */
    @WithDefault("0")
    int breakagePpm();

    /** What a thousand points cost the brand when they are spent, in minor units. */
    @WithName("cost-per-1000-points")
    @WithDefault("1000")
    long costPer1000Points();

    /** What a thousand mall vouchers cost the brand, in minor units. */
    @WithName("cost-per-1000-vouchers")
    @WithDefault("0")
    long costPer1000Vouchers();

    /** A report that takes longer is given up, so that it does not burden the database for ever. */
    @WithDefault("60s")
    Duration statementTimeout();
}
