package dev.lodestone.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The namespace of the members that an issuer's tokens name. It has no colon, so that no claim can pass for another issuer's. */
final class IssuerName {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]{1,32}");
    private static final int HASH_BYTES = 10;

    private IssuerName() {}

    /** The configured name, or the first 80 bits of the issuer's SHA-256 in hexadecimal digits. */
    static String of(Optional<String> configured, @Nullable String issuer) {
        return configured.orElseGet(() -> hash(String.valueOf(issuer)));
    }

    static boolean isValid(String name) {
        return FORM.matcher(name).matches();
    }

    private static String hash(String issuer) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(issuer.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, HASH_BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
