package dev.lodestone.points.ledger.heads;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the heads are kept outside the database. */
@ConfigMapping(prefix = "lodestone.points.heads")
interface HeadsConfig {
    /**
     * A folder with one file per chain, to which the head of every block is appended. Choose a place that database administrators cannot
     * write to.
     */
    Optional<Path> folder();

    /** The maximum number of heads in a page. */
    @WithDefault("1000")
    int pageSize();

    /** How long the broker may take to answer. */
    @WithDefault("20s")
    Duration timeout();
}
