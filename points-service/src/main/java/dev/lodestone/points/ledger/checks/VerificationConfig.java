package dev.lodestone.points.ledger.checks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the book is checked, and whose keys it may be sealed with. */
@ConfigMapping(prefix = "lodestone.points.verification")
public interface VerificationConfig {
    /** Fingerprints (SHA-256, hexadecimal) of all keys that ever sealed. The database is never asked which keys to trust. */
    Optional<List<String>> trustedKeys();

    /** More of them, one a line; read again for each check. */
    Optional<Path> trustedKeysFile();

    /** Whether a book may be called intact although no key is pinned: for development only. */
    @WithDefault("false")
    boolean unpinnedAllowed();

    /** How often a check is begun by itself; without it, only on request. */
    @WithDefault("24h")
    Optional<Duration> every();

    /** How often it is looked for a check that was asked for. */
    @WithDefault("1s")
    Duration interval();

    /** How often a page may fail in a row before the check ends as failed. */
    @WithDefault("5")
    int attemptsMax();

    /** How long a process may work on one page before another takes over. */
    @WithDefault("5m")
    Duration lease();

    /** Blocks in a page. */
    @WithDefault("10")
    int blockBatchSize();

    /** Accounts in a page. */
    @WithDefault("2000")
    int accountBatchSize();

    /** Findings that a check keeps; further ones are only counted. */
    @WithDefault("1000")
    int findingsKept();

    /** Rows in a block's range beyond those it has that are named as inserted. */
    @WithDefault("1000")
    int insertedMax();
}
