package dev.lodestone.testkit;

import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Signs the tokens of component tests. The key pair is made anew for each JVM and kept in system properties, since the test and the
 * application under test are loaded by different class loaders; the application learns the public half as configuration.
 */
public final class TestIssuer implements ConfigSource {
    private static final String PUBLIC_KEY = "quarkus.oidc.public-key";
    private static final String ISSUER = "quarkus.oidc.token.issuer";
    private static final String PRIVATE_KEY = "lodestone.testkit.private-key";

    /** The {@code iss} of its tokens. */
    static final String NAME = "https://identity.example.com/realms/lodestone";

    static final String KEY_ID = "testkit";

    static RSAPublicKey publicKey() {
        try {
            byte[] encoded = Base64.getDecoder().decode(property(PUBLIC_KEY));
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The key that the application under test trusts the counterpart of. */
    static PrivateKey privateKey() {
        try {
            byte[] encoded = Base64.getDecoder().decode(property(PRIVATE_KEY));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static synchronized String property(String name) {
        if (System.getProperty(PRIVATE_KEY) == null) {
            KeyPair pair = newPair();
            Base64.Encoder encoder = Base64.getEncoder();
            System.setProperty(
                    PRIVATE_KEY, encoder.encodeToString(pair.getPrivate().getEncoded()));
            System.setProperty(
                    PUBLIC_KEY, encoder.encodeToString(pair.getPublic().getEncoded()));
        }
        return System.getProperty(name);
    }

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has RSA", impossible);
        }
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(PUBLIC_KEY, ISSUER);
    }

    @Override
    public @Nullable String getValue(String name) {
        return switch (name) {
            case PUBLIC_KEY -> property(name);
            case ISSUER -> NAME;
            default -> null;
        };
    }

    @Override
    public String getName() {
        return "testkit issuer";
    }

    /** Below application.properties, so that a test may still bring its own identity provider. */
    @Override
    public int getOrdinal() {
        return 90;
    }
}
