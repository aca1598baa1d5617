package dev.lodestone.points.ledger.sealingkeys;

import dev.lodestone.points.ledger.hashing.CanonicalJson;
import dev.lodestone.points.ledger.hashing.Hash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The public half of a key that seals, and how it was brought in.
 *
 * @param publicKey X.509 SubjectPublicKeyInfo, which is what stands in a PEM file
 * @param fromBlock the first block that it signed
 * @param previousId the key that sealed before, if any did
 * @param signature its own over the record, which shows that its private half was at hand
 * @param previousSignature that of the key before over the same record, if it was at hand: then whoever trusts one may trust the other
 */
public record SealingKey(
        byte[] publicKey,
        long fromBlock,
        @Nullable Hash previousId,
        Instant introducedAt,
        byte[] signature,
        byte @Nullable [] previousSignature) {
    private static final String FORMAT = "lodestone-key/1";

    /** Its fingerprint: SHA-256 of the public key. */
    public Hash id() {
        return Hash.of(publicKey);
    }

    /** What brought it in, as it is signed. */
    public String canonical() {
        return record(publicKey, fromBlock, previousId, introducedAt);
    }

    static String record(byte[] publicKey, long fromBlock, @Nullable Hash previousId, Instant introducedAt) {
        return new CanonicalJson()
                .put("format", FORMAT)
                .put("fromBlock", fromBlock)
                .put("introducedAt", introducedAt)
                .put("keyId", Hash.of(publicKey))
                .put("previousKeyId", previousId)
                .put("publicKey", Base64.getEncoder().encodeToString(publicKey))
                .toString();
    }

    /** A key of which nothing but {@code publicKey} is known, to check signatures with. */
    public static SealingKey ofPublic(byte[] publicKey) {
        return new SealingKey(publicKey, 1, null, Instant.EPOCH, new byte[0], null);
    }

    /** Whether {@code signature} is this key's over {@code content}. */
    public boolean verifies(byte[] content, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(PrivateSealingKey.ALGORITHM);
            verifier.initVerify(KeyFactory.getInstance(PrivateSealingKey.ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(publicKey)));
            verifier.update(content);
            return verifier.verify(signature);
        } catch (SignatureException noSignature) {
            return false;
        } catch (GeneralSecurityException noKey) {
            throw new IllegalStateException("not an Ed25519 public key", noKey);
        }
    }

    /** Whether it signed the record that brought it in. */
    public boolean isItsOwn() {
        return verifies(canonical().getBytes(StandardCharsets.UTF_8), signature);
    }

    /** Whether {@code previous} is the key before it and vouched for it. */
    public boolean isVouchedForBy(SealingKey previous) {
        return previousSignature != null
                && previous.id().equals(previousId)
                && previous.verifies(canonical().getBytes(StandardCharsets.UTF_8), previousSignature);
    }
}
