package dev.lodestone.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.problem.ProblemException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {
    /** The first 80 bits of the SHA-256 of the issuer, computed with sha256sum. */
    private static final String ISSUER_HASH = "bfe4556b1f6976e6a7d3";

    @ParameterizedTest
    @ValueSource(strings = {"crm:00017", "019ca7aa-12f8-7a03-97aa-f94de2f5ce01", "alice", "oidc:other:alice"})
    void shouldTakeAClaimWithinItsIssuer(String claim) {
        assertEquals(
                MemberId.of("oidc:" + ISSUER_HASH + ":" + claim),
                untrusted(claim).member());
        assertEquals(
                MemberId.of("oidc:brand:" + claim),
                caller(claim, false, "brand").member());
    }

    @Test
    void shouldNotLetAnIssuerNameTheMembersOfAnotherSystem() {
        String uuid = "019ca7aa-12f8-7a03-97aa-f94de2f5ce01";

        assertNotEquals(MemberId.of("crm:00017"), untrusted("crm:00017").member());
        assertNotEquals(MemberId.of(uuid), untrusted(uuid).member());
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm:00017", "019ca7aa-12f8-7a03-97aa-f94de2f5ce01"})
    void shouldBelieveAReferenceWhereTheClaimIsTrusted(String claim) {
        assertEquals(MemberId.of(claim), caller(claim, true, "brand").member());
    }

    @Test
    void shouldTakeWhatIsNoReferenceWithinItsIssuerAlsoWhereTheClaimIsTrusted() {
        assertEquals(
                MemberId.of("oidc:brand:alice"), caller("alice", true, "brand").member());
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "alice smith"})
    void shouldRefuseAClaimThatNamesNoMember(String claim) {
        assertThrows(ProblemException.class, untrusted(claim)::member);
        assertThrows(ProblemException.class, untrusted("a".repeat(256))::member);
    }

    private static Caller untrusted(String claim) {
        return new Caller(Identities.of(claims(claim)), "sub", false, Optional.empty());
    }

    private static Caller caller(String claim, boolean trusted, String issuerName) {
        return new Caller(Identities.of(claims(claim)), "sub", trusted, Optional.of(issuerName));
    }

    private static Map<String, String> claims(String subject) {
        return Map.of("iss", Identities.ISSUER, "sub", subject);
    }
}
