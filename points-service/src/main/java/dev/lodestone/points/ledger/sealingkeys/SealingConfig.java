package dev.lodestone.points.ledger.sealingkeys;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How postings are sealed, and with which key: PKCS#8 PEM of Ed25519, as {@code openssl genpkey -algorithm ed25519} makes it. */
@ConfigMapping(prefix = "lodestone.points.sealing")
public interface SealingConfig {
    /** The key itself, for secrets that come as variables. */
    Optional<String> privateKey();

    /** Where the key lies, for secrets that are mounted. It is read again for each run, so that a new key needs no restart. */
    Optional<Path> privateKeyFile();

    /** The key that sealed before, to vouch for the new one. */
    Optional<String> previousPrivateKey();

    /** Where the key that sealed before lies. */
    Optional<Path> previousPrivateKeyFile();

    /** Makes {@link #privateKeyFile} if there is none, and keeps its fingerprint in {@code trusted-keys.txt} beside it: for development and demonstrations, where nobody else keeps keys. */
    @WithDefault("false")
    boolean generateKey();

    /** How often it is looked for finished postings. Short intervals make many small blocks where little is posted. */
    @WithDefault("10s")
    Duration interval();

    /** Postings in a block at most. A proof of one posting costs the hashing of its whole block. */
    @WithDefault("1000")
    int blockSize();

    /** Postings that one transaction seals at most, in several blocks. */
    @WithDefault("5000")
    int batchSize();
}
