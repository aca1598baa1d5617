package dev.lodestone.devstack.launcher.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * An OpenID Connect issuer in this process that signs any token, with the key type that Keycloak signs with.
 *
 * <p>A redemption is for the member that the token names, so the load needs a token for each of thousands of members; asking Keycloak for
 * them, after making as many users, would take longer than the measurement. The test kit has an issuer of its own: that one lives by
 * Quarkus's test life cycle and signs by Quarkus's libraries, neither of which belongs on the launcher's class path.
 */
final class TokenIssuer implements AutoCloseable {
    private static final Duration VALID = Duration.ofHours(2);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final HttpServer server;
    private final KeyPair keys;

    private TokenIssuer(HttpServer server, KeyPair keys) {
        this.server = server;
        this.keys = keys;
    }

    static TokenIssuer start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TokenIssuer issuer = new TokenIssuer(server, generator.generateKeyPair());
            issuer.answer("/.well-known/openid-configuration", issuer.discovery());
            issuer.answer("/keys", issuer.publicKey());
            server.start();
            return issuer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A token of {@code subject} with the realm role {@code role}. */
    String sign(String subject, String role) {
        long now = Instant.now().getEpochSecond();
        String claims = """
                {"iss": "%s", "sub": "%s", "aud": "lodestone", "iat": %d, "exp": %d, "realm_access": {"roles": ["%s"]}}
                """.formatted(url(), subject, now, now + VALID.toSeconds(), role);
        String signed = base64("{\"alg\": \"RS256\", \"typ\": \"JWT\", \"kid\": \"bench\"}") + "." + base64(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String discovery() {
        return """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "token_endpoint": "%1$s/token", "authorization_endpoint": "%1$s/authorize",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(url());
    }

    private String publicKey() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return """
                {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "bench", "n": "%s", "e": "%s"}]}
                """.formatted(unsigned(key.getModulus()), unsigned(key.getPublicExponent()));
    }

    /** Base64url of the number's bytes without a sign byte, as RFC 7518 wants it. */
    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return BASE64.encodeToString(Arrays.copyOfRange(bytes, bytes[0] == 0 ? 1 : 0, bytes.length));
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
