package dev.lodestone.points.ledger.sealingkeys;

import dev.lodestone.points.ledger.hashing.Hash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A sealing key with its private half, which it never exposes. */
public final class PrivateSealingKey {
    static final String ALGORITHM = "Ed25519";

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final PrivateKey privateKey;
    private final byte[] publicKey;

    private PrivateSealingKey(KeyPair pair) {
        this.privateKey = pair.getPrivate();
        this.publicKey = pair.getPublic().getEncoded();
    }

    /** @throws IllegalArgumentException if {@code pem} is not an Ed25519 private key in PKCS#8; the message does not repeat it */
    public static PrivateSealingKey ofPem(String pem) {
        try {
            String base64 = pem.replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
            PrivateKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
            byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
            return new PrivateSealingKey(pair(new Seed(seed)));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "This is not an Ed25519 private key in PKCS#8 PEM; create one with: openssl genpkey -algorithm ed25519",
                    unreadable);
        }
    }

    /** A new key, as the text of a PEM file. */
    public static String newPem() {
        try {
            byte[] encoded = pair(new SecureRandom()).getPrivate().getEncoded();
            return BEGIN + "\n" + Base64.getEncoder().encodeToString(encoded) + "\n" + END + "\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has Ed25519", impossible);
        }
    }

    public Hash id() {
        return Hash.of(publicKey);
    }

    /** The public half: X.509 SubjectPublicKeyInfo. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    public byte[] sign(String content) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(privateKey);
            signer.update(content.getBytes(StandardCharsets.UTF_8));
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a key that was read cannot sign", impossible);
        }
    }

    /** The record that introduces this key from {@code fromBlock} and replaces {@code previousId}. */
    public SealingKey introduced(
            long fromBlock, @Nullable Hash previousId, @Nullable PrivateSealingKey previous, Instant introducedAt) {
        String record = SealingKey.record(publicKey, fromBlock, previousId, introducedAt);
        byte[] vouched = previous != null && previous.id().equals(previousId) ? previous.sign(record) : null;
        return new SealingKey(publicKey, fromBlock, previousId, introducedAt, sign(record), vouched);
    }

    private static KeyPair pair(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
        generator.initialize(NamedParameterSpec.ED25519, random);
        return generator.generateKeyPair();
    }

    /**
     * A random source that returns the bytes of the private key. A PKCS#8 file need not contain the public half, and the JDK has no other
     * way to compute it.
     */
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Seed(byte[] seed) {
            super(null, null);
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("an Ed25519 key is made of " + seed.length + " bytes");
            }
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
