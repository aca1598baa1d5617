package dev.lodestone.testkit;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.security.Role;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Bearer tokens with real signatures, shaped as Keycloak shapes them. */
public final class Tokens {
    /** The first 80 bits of the SHA-256 of {@link TestIssuer#NAME}. */
    private static final String ISSUER_HASH = "bfe4556b1f6976e6a7d3";

    private static final Duration LIFE = Duration.ofHours(1);
    /** A signature costs more than the request that it is for, so tests that ask often share one token. */
    private static final Map<List<String>, String> SIGNED = new ConcurrentHashMap<>();

    private Tokens() {}

    /** A token of {@code subject} with these realm roles and no others; it outlives every test run. */
    public static String of(String subject, String... roles) {
        return SIGNED.computeIfAbsent(
                Stream.concat(Stream.of(subject), Stream.of(roles)).toList(), key -> sign(LIFE, subject, roles));
    }

    /** A member's token that ends after {@code life}, cut to whole seconds. */
    public static String memberFor(Duration life, String subject) {
        return sign(life, subject, Role.MEMBER);
    }

    private static String sign(Duration life, String subject, String... roles) {
        return Jwt.subject(subject)
                .issuer(TestIssuer.NAME)
                .audience("lodestone")
                .claim("realm_access", Map.of("roles", List.of(roles)))
                .expiresIn(life)
                .jws()
                .keyId(TestIssuer.KEY_ID)
                .sign(TestIssuer.privateKey());
    }

    public static String member(String subject) {
        return of(subject, Role.MEMBER);
    }

    /** All that the launcher's realm gives an operator. */
    public static String operator() {
        return of(
                "olivia",
                Role.RULES,
                Role.TIER_SETS,
                Role.LEVELS,
                Role.ADJUSTMENTS,
                Role.HOLDS,
                Role.CATALOGUE,
                Role.CIRCLES,
                Role.CAMPAIGNS,
                Role.MEMBERS_READ,
                Role.LEDGER_AUDIT);
    }

    public static String moderator() {
        return of("milo", Role.MODERATION);
    }

    /** The member that a token of {@code subject} names. */
    public static MemberId memberId(String subject) {
        return MemberId.of(reference(subject));
    }

    /** The reference of the member that a token of {@code subject} names. */
    public static String reference(String subject) {
        return "oidc:" + ISSUER_HASH + ":" + subject;
    }
}
