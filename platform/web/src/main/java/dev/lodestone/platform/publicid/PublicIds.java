package dev.lodestone.platform.publicid;

import dev.lodestone.events.MemberId;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Derives the id under which a member is shown to others, the same in every service that has the brand's key.
 *
 * <p>Any reader can compute a member id from a reference such as a phone number. A public id is a UUIDv8 (RFC 9562) of the first 128 bits of
 * HMAC-SHA256(key, label and member id): without the key it is impossible to compute one from the other. ADR 19 has the reasons.
 */
@Singleton
public class PublicIds {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES_MIN = 32;
    /** Separates these ids from other values derived with the same key. */
    private static final byte[] LABEL = "lodestone/public-id/1".getBytes(StandardCharsets.US_ASCII);

    private final SecretKeySpec key;

    /** @throws IllegalStateException if the key is missing, no Base64 or shorter than 32 bytes: the service must not start */
    PublicIds(@ConfigProperty(name = "lodestone.members.public-id-key") Optional<String> key) {
        this.key = new SecretKeySpec(decoded(key.orElseThrow(() -> unusable("is missing"))), ALGORITHM);
    }

    /** The public id of {@code member}. */
    public UUID of(MemberId member) {
        ByteBuffer digest = ByteBuffer.wrap(mac(member.value()));
        long high = digest.getLong() & ~0xF000L | 0x8000L;
        long low = digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private byte[] mac(UUID member) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(LABEL);
            return mac.doFinal(ByteBuffer.allocate(16)
                    .putLong(member.getMostSignificantBits())
                    .putLong(member.getLeastSignificantBits())
                    .array());
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    private static byte[] decoded(String key) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(key.strip());
        } catch (IllegalArgumentException noBase64) {
            throw unusable("is not Base64");
        }
        if (bytes.length < KEY_BYTES_MIN) {
            throw unusable("has fewer than " + KEY_BYTES_MIN + " bytes");
        }
        return bytes;
    }

    /** The key itself is never repeated. */
    private static IllegalStateException unusable(String fault) {
        return new IllegalStateException("lodestone.members.public-id-key " + fault
                + ": set at least 32 random bytes in Base64, such as `openssl rand -base64 32`");
    }
}
