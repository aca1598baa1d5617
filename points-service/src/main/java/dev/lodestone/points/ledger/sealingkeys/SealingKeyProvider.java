package dev.lodestone.points.ledger.sealingkeys;

import dev.lodestone.points.ledger.hashing.Hash;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the configured keys. If the key file is replaced while the service runs, the provider remembers the old key to vouch for the new
 * one.
 */
@ApplicationScoped
public class SealingKeyProvider {
    private static final String PINNED = "trusted-keys.txt";

    private final SealingConfig config;
    private @Nullable String currentPem;
    private @Nullable SealingKeys keys;

    public SealingKeyProvider(SealingConfig config) {
        this.config = config;
    }

    /**
     * The keys of the present configuration; empty if no key is configured. Then nothing is sealed.
     *
     * @throws IllegalArgumentException if the configured text is not a key
     * @throws UncheckedIOException if the file cannot be read
     */
    public synchronized Optional<SealingKeys> keys() {
        Optional<String> pem =
                config.privateKey().or(() -> config.privateKeyFile().map(this::readOrMake));
        if (pem.isEmpty()) {
            return Optional.empty();
        }
        if (keys == null || !pem.get().equals(currentPem)) {
            PrivateSealingKey replaced = keys == null ? configuredPrevious() : keys.current();
            keys = new SealingKeys(PrivateSealingKey.ofPem(pem.get()), replaced);
            currentPem = pem.get();
        }
        return Optional.of(keys);
    }

    private @Nullable PrivateSealingKey configuredPrevious() {
        return config.previousPrivateKey()
                .or(() -> config.previousPrivateKeyFile().map(SealingKeyProvider::read))
                .map(PrivateSealingKey::ofPem)
                .orElse(null);
    }

    private String readOrMake(Path file) {
        if (config.generateKey() && !Files.exists(file)) {
            make(file);
        }
        String pem = read(file);
        if (config.generateKey()) {
            pin(file, PrivateSealingKey.ofPem(pem).id());
        }
        return pem;
    }

    /** Adds the fingerprint to {@value #PINNED} beside the key, because no one else pins a key that the service creates itself. */
    private static void pin(Path keyFile, Hash fingerprint) {
        Path pinned = keyFile.toAbsolutePath().resolveSibling(PINNED);
        try {
            if (!Files.exists(pinned) || !Files.readString(pinned).contains(fingerprint.hex())) {
                Files.writeString(
                        pinned, fingerprint.hex() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write the fingerprint of the sealing key to " + pinned, failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the sealing key " + file, failure);
        }
    }

    /** Creates the file with permissions for its owner only, from the first moment. */
    private static void make(Path file) {
        try {
            Path absolute = file.toAbsolutePath();
            Files.createDirectories(absolute.getParent());
            Files.createFile(
                    absolute, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(absolute, PrivateSealingKey.newPem(), StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot create the sealing key " + file, failure);
        }
    }
}
