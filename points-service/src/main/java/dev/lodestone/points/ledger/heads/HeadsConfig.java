package dev.lodestone.points.ledger.heads;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where heads are kept outside the database. */
@ConfigMapping(prefix = "lodestone.points.heads")
interface HeadsConfig {
    /** A folder to which the head of every block is appended, one file a chain; put it where the database's administrators cannot write. */
    Optional<Path> folder();

    /** Heads that one page holds at most. */
    @WithDefault("1000")
    int pageSize();

    /** How long the broker may take to answer. */
    @WithDefault("20s")
    Duration timeout();
}
