package dev.lodestone.points.ledger.sealingkeys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How rows are sealed, and with which key: Ed25519 in PKCS#8 PEM, as created by {@code openssl genpkey -algorithm ed25519}. */
@ConfigMapping(prefix = "lodestone.points.sealing")
public interface SealingConfig {
    /** The key itself, for secrets in environment variables. */
    Optional<String> privateKey();

    /** The file of the key, for mounted secrets. It is read again for each run, so that a new key needs no restart. */
    Optional<Path> privateKeyFile();

    /** The previous key, which vouches for the new one. */
    Optional<String> previousPrivateKey();

    /** The file of the previous key. */
    Optional<Path> previousPrivateKeyFile();

    /**
     * Creates {@link #privateKeyFile} if it does not exist, and writes its fingerprint to {@code trusted-keys.txt} beside it. For
     * development and demonstrations only.
     */
    @WithDefault("false")
    boolean generateKey();

    /** How often the job looks for finished rows. Short intervals create many small blocks if there are few postings. */
    @WithDefault("10s")
    Duration interval();

    /** How long a row may wait for its seal. Longer raises an alarm, and a verification is not intact. */
    @WithDefault("5m")
    Duration unsealedMax();

    /** The maximum number of postings in a block. A proof of one posting must hash its whole block. */
    @WithDefault("1000")
    int blockSize();

    /** The maximum number of postings that one transaction seals, in several blocks. */
    @WithDefault("5000")
    int batchSize();
}
