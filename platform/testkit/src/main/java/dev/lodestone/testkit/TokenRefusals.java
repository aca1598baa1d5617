package dev.lodestone.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lodestone.platform.security.Role;
import io.restassured.response.Response;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DynamicTest;

/** Generates a test for each token that is not for this suite: all of them are 401. */
public final class TokenRefusals {
    private static final String AUDIENCE = "lodestone";

    private TokenRefusals() {}

    /** Tests that read {@code path}, which must be open to members, with a good token and with each bad one. */
    public static Stream<DynamicTest> of(String path) {
        DynamicTest good = dynamicTest(
                "a token for this suite",
                () -> assertThat(read(path, Tokens.member("mallory")).statusCode())
                        .isNotEqualTo(401));
        return Stream.concat(
                Stream.of(good),
                bad().entrySet().stream()
                        .map(token -> dynamicTest(token.getKey(), () -> refuse(path, token.getValue()))));
    }

    private static Map<String, String> bad() {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("another audience", signed(claims().issuer(TestIssuer.NAME).audience("account")));
        tokens.put("no audience", signed(claims().issuer(TestIssuer.NAME)));
        tokens.put(
                "another issuer", signed(claims().issuer(TestIssuer.NAME + "-2").audience(AUDIENCE)));
        tokens.put("no issuer", signed(claims().audience(AUDIENCE)));
        tokens.put("expired", signed(good().expiresAt(Instant.now().minus(Duration.ofHours(1)))));
        tokens.put("no signature", unsigned());
        tokens.put("the key of another issuer", good().jws().keyId("other").sign(anotherKey()));
        tokens.put(
                "the key of another issuer under our key's id",
                good().jws().keyId(TestIssuer.KEY_ID).sign(anotherKey()));
        tokens.put("our public key as a secret", signedWithPublicKey());
        return tokens;
    }

    private static void refuse(String path, String token) {
        var response = read(path, token);
        assertThat(response.statusCode())
                .as(() -> "body: " + response.body().asString())
                .isEqualTo(401);
        assertThat(response.contentType().split(";")[0]).isEqualTo("application/problem+json");
    }

    private static Response read(String path, String token) {
        return given().auth().oauth2(token).get(path);
    }

    private static JwtClaimsBuilder claims() {
        return Jwt.subject("mallory")
                .claim("realm_access", Map.of("roles", List.of(Role.MEMBER)))
                .expiresIn(600);
    }

    private static JwtClaimsBuilder good() {
        return claims().issuer(TestIssuer.NAME).audience(AUDIENCE);
    }

    private static String signed(JwtClaimsBuilder claims) {
        return claims.jws().keyId(TestIssuer.KEY_ID).sign(TestIssuer.privateKey());
    }

    /** A good token's claims under {@code alg: none}. */
    private static String unsigned() {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + signed(good()).split("\\.")[1] + ".";
    }

    /** Accepted by a verifier that takes the algorithm from the token: this secret is public. */
    private static String signedWithPublicKey() {
        return good().jws()
                .algorithm(SignatureAlgorithm.HS256)
                .keyId(TestIssuer.KEY_ID)
                .sign(new SecretKeySpec(TestIssuer.publicKey().getEncoded(), "HmacSHA256"));
    }

    private static PrivateKey anotherKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPrivate();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has RSA", impossible);
        }
    }
}
