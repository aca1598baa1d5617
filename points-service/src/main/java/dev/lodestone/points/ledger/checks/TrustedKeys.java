package dev.lodestone.points.ledger.checks;

import dev.lodestone.points.ledger.sealingkeys.SealingKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The key fingerprints that the configuration pins. */
public record TrustedKeys(Set<String> fingerprints, boolean unpinnedAllowed) {
    public TrustedKeys {
        fingerprints = Set.copyOf(fingerprints);
    }

    /** @throws UncheckedIOException if the file cannot be read */
    public static TrustedKeys of(VerificationConfig config) {
        Set<String> fingerprints = new HashSet<>();
        config.trustedKeys().orElse(List.of()).forEach(key -> fingerprints.add(normal(key)));
        config.trustedKeysFile().filter(Files::exists).map(TrustedKeys::read).ifPresent(fingerprints::addAll);
        return new TrustedKeys(fingerprints, config.unpinnedAllowed());
    }

    /** True if the key with this fingerprint may seal. */
    public boolean trusts(String fingerprint) {
        return fingerprints.isEmpty() ? unpinnedAllowed : fingerprints.contains(normal(fingerprint));
    }

    /** The findings about the keys that sealed. */
    public List<Finding> check(List<SealingKey> keys) {
        if (fingerprints.isEmpty() && !unpinnedAllowed) {
            return List.of(Finding.of(
                    FindingKind.KEYS_NOT_PINNED,
                    "configure lodestone.points.verification.trusted-keys with the fingerprints of the brand's keys"));
        }
        List<Finding> findings = new ArrayList<>();
        for (SealingKey key : keys) {
            if (!trusts(key.id().hex())) {
                findings.add(Finding.ofBlock(
                        FindingKind.KEY_UNTRUSTED,
                        key.fromBlock(),
                        "key " + key.id() + " is not one of the pinned keys"));
            }
        }
        return findings;
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(TrustedKeys::normal)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read the trusted keys in " + file, failure);
        }
    }

    private static String normal(String fingerprint) {
        return fingerprint.replace(":", "").strip().toLowerCase(Locale.ROOT);
    }
}
