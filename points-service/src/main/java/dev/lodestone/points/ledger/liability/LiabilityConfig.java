package dev.lodestone.points.ledger.liability;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** The valuation set by the brand's accountants. All numbers are whole: shares in parts per million, costs in minor units per thousand. */
@ConfigMapping(prefix = "lodestone.points.liability")
interface LiabilityConfig {
    /** ISO 4217 code of the currency of the costs. */
    @WithDefault("CNY")
    String currency();

    /** The breakage: the share of outstanding points and vouchers that is expected to expire, in parts per million. 0: none. */
    @WithDefault("0")
    int breakagePpm();

    /** The cost of a thousand spent points, in minor units. */
    @WithName("cost-per-1000-points")
    @WithDefault("1000")
    long costPer1000Points();

    /** The cost of a thousand mall vouchers, in minor units. */
    @WithName("cost-per-1000-vouchers")
    @WithDefault("0")
    long costPer1000Vouchers();

    /** How often the figures of the day are taken; those of a past day are as old as its last time. */
    @WithDefault("1m")
    Duration dayInterval();

    /** How long the figures of a day are kept. */
    @WithDefault("3660d")
    Duration daysKeptFor();

    /** A report that takes longer is cancelled, to protect the database. */
    @WithDefault("60s")
    Duration statementTimeout();
}
