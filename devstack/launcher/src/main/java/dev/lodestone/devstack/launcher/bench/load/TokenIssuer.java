package dev.lodestone.devstack.launcher.bench.load;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An OpenID Connect issuer in this process that signs any token, with the key type that Keycloak signs with: another one, quicker to sign
 * with, would be another load for the service that checks it.
 *
 * <p>A redemption is for the member that the token names, so the load needs a token for each of thousands of members; asking Keycloak for
 * them, after making as many users, would take longer than the measurement.
 */
public final class TokenIssuer implements AutoCloseable {
    private static final Duration VALID = Duration.ofHours(2);
    private static final String KEY_ID = "bench";
    private static final int KEY_BITS = 2048;
    private static final JWSHeader HEADER = new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(JOSEObjectType.JWT)
            .keyID(KEY_ID)
            .build();

    private final HttpServer server;
    private final RSASSASigner signer;

    private TokenIssuer(HttpServer server, RSASSASigner signer) {
        this.server = server;
        this.signer = signer;
    }

    public static TokenIssuer start() {
        try {
            RSAKey key = new RSAKeyGenerator(KEY_BITS)
                    .keyID(KEY_ID)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TokenIssuer issuer = new TokenIssuer(server, new RSASSASigner(key));
            issuer.answer("/.well-known/openid-configuration", issuer.discovery());
            issuer.answer("/keys", new JWKSet(key).toString());
            server.start();
            return issuer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A token of {@code subject} with the realm role {@code role}. */
    public String sign(String subject, String role) {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .subject(subject)
                .audience("lodestone")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(VALID)))
                .claim("realm_access", Map.of("roles", List.of(role)))
                .build();
        SignedJWT token = new SignedJWT(HEADER, claims);
        try {
            token.sign(signer);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    /** A token for each of the members 1 to {@code members} of {@link BenchMember}. */
    public List<String> signForMembers(int members) {
        return IntStream.rangeClosed(1, members)
                .parallel()
                .mapToObj(number -> sign(BenchMember.id(number).toString(), "member"))
                .toList();
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
