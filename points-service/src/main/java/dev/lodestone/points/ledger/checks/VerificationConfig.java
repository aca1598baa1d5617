package dev.lodestone.points.ledger.checks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the ledger is verified, and which keys may seal it. */
@ConfigMapping(prefix = "lodestone.points.verification")
public interface VerificationConfig {
    /** Fingerprints (SHA-256, hexadecimal) of all keys that ever sealed. They never come from the database, which is not trusted. */
    Optional<List<String>> trustedKeys();

    /** A file with more fingerprints, one per line; read again for each verification. */
    Optional<Path> trustedKeysFile();

    /** Whether a ledger may be reported intact although no key is pinned. For development only. */
    @WithDefault("false")
    boolean unpinnedAllowed();

    /** How often a verification starts by schedule; without a value, only on request. */
    @WithDefault("24h")
    Optional<Duration> every();

    /** How often the job looks for a requested verification. */
    @WithDefault("1s")
    Duration interval();

    /** How often a page may fail in a row before the verification ends as failed. */
    @WithDefault("5")
    int attemptsMax();

    /** How long a process may work on one page before another takes over. */
    @WithDefault("5m")
    Duration lease();

    /** The number of blocks in a page. */
    @WithDefault("10")
    int blockBatchSize();

    /** The number of accounts in a page. */
    @WithDefault("2000")
    int accountBatchSize();

    /** The maximum number of findings stored per verification; further ones are only counted. */
    @WithDefault("1000")
    int findingsKept();

    /** The maximum number of inserted rows reported for the range of a block. */
    @WithDefault("1000")
    int insertedMax();
}
