package dev.lodestone.points.ledger.hashing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 hash in lower-case hexadecimal. */
public record Hash(String hex) {
    /** The previous hash in the first block of a chain. */
    public static final Hash NONE = new Hash("0".repeat(64));

    private static final int LENGTH = 64;

    public Hash {
        if (hex.length() != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 has " + LENGTH + " digits, but this has " + hex.length());
        }
    }

    public static Hash of(byte[] content) {
        return ofBytes(digest().digest(content));
    }

    /** The hash of {@code content} in UTF-8. */
    public static Hash of(String content) {
        return of(content.getBytes(StandardCharsets.UTF_8));
    }

    public static Hash ofBytes(byte[] hash) {
        return new Hash(HexFormat.of().formatHex(hash));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
