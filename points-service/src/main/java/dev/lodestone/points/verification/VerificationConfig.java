package dev.lodestone.points.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the book is checked. */
@ConfigMapping(prefix = "lodestone.points.verification")
interface VerificationConfig {
    /** How often it is looked for a check that was asked for. */
    @WithDefault("1s")
    Duration interval();

    /** Blocks that one transaction checks. */
    @WithDefault("10")
    int blockBatchSize();

    /** Accounts that one transaction checks. */
    @WithDefault("2000")
    int accountBatchSize();

    /** Findings that a check keeps; further ones are only counted. */
    @WithDefault("1000")
    int findingsKept();

    /** Postings in a block's range beyond those it has that are named as inserted. */
    @WithDefault("1000")
    int insertedMax();
}
