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
 * The public half of a sealing key and the record that introduced it.
 *
 * @param publicKey X.509 SubjectPublicKeyInfo, the content of a PEM file
 * @param fromBlock the first block that it signed
 * @param previousId the key that sealed before it, if any
 * @param signature its own signature of the record; it proves possession of the private half
 * @param previousSignature signature of the previous key over the same record, if that key was available: it vouches for this key
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

    /** The signed text of the record that introduced it. */
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

    /** A key with {@code publicKey} only, to check signatures. */
    public static SealingKey ofPublic(byte[] publicKey) {
        return new SealingKey(publicKey, 1, null, Instant.EPOCH, new byte[0], null);
    }

    /** True if {@code signature} is this key's signature of {@code content}. */
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

    /** True if it signed the record that introduced it. */
    public boolean isItsOwn() {
        return verifies(canonical().getBytes(StandardCharsets.UTF_8), signature);
    }

    /** True if {@code previous} is the key before it and vouched for it. */
    public boolean isVouchedForBy(SealingKey previous) {
        return previousSignature != null
                && previous.id().equals(previousId)
                && previous.verifies(canonical().getBytes(StandardCharsets.UTF_8), previousSignature);
    }
}
