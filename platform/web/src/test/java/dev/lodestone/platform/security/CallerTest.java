package dev.lodestone.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import dev.lodestone.platform.problem.ProblemType;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {
    /** The first 80 bits of the SHA-256 of the issuer, computed with sha256sum. */
    private static final String ISSUER_HASH = "bfe4556b1f6976e6a7d3";

    @ParameterizedTest
    @ValueSource(strings = {"crm:00017", "019ca7aa-12f8-7a03-97aa-f94de2f5ce01", "alice", "oidc:other:alice"})
    void shouldTakeAClaimWithinItsIssuer(String claim) {
        assertThat(untrusted(claim).member()).isEqualTo(MemberId.of("oidc:" + ISSUER_HASH + ":" + claim));
        assertThat(caller(claim, false, "brand").member()).isEqualTo(MemberId.of("oidc:brand:" + claim));
    }

    @Test
    void shouldNotLetAnIssuerNameTheMembersOfAnotherSystem() {
        String uuid = "019ca7aa-12f8-7a03-97aa-f94de2f5ce01";

        assertThat(untrusted("crm:00017").member()).isNotEqualTo(MemberId.of("crm:00017"));
        assertThat(untrusted(uuid).member()).isNotEqualTo(MemberId.of(uuid));
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm:00017", "019ca7aa-12f8-7a03-97aa-f94de2f5ce01"})
    void shouldBelieveAReferenceWhereTheClaimIsTrusted(String claim) {
        assertThat(caller(claim, true, "brand").member()).isEqualTo(MemberId.of(claim));
    }

    @Test
    void shouldTakeWhatIsNoReferenceWithinItsIssuerAlsoWhereTheClaimIsTrusted() {
        assertThat(caller("alice", true, "brand").member()).isEqualTo(MemberId.of("oidc:brand:alice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "alice smith"})
    void shouldRefuseAClaimThatNamesNoMember(String claim) {
        assertNamesNoMember(untrusted(claim));
        assertNamesNoMember(untrusted("a".repeat(256)));
    }

    @Test
    void shouldRefuseATokenWithoutTheClaim() {
        Map<String, String> claims = Map.of("iss", Identities.ISSUER, "sub", "alice");

        assertNamesNoMember(new Caller(Identities.of(claims), "membership", false, Optional.empty()));
    }

    @Test
    void shouldTakeTheMemberFromTheConfiguredClaim() {
        Map<String, String> claims = Map.of("iss", Identities.ISSUER, "sub", "alice", "membership", "crm:00017");
        Caller caller = new Caller(Identities.of(claims), "membership", true, Optional.of("brand"));

        assertThat(caller.member()).isEqualTo(MemberId.of("crm:00017"));
        assertThat(caller.subject()).isEqualTo("alice");
    }

    @Test
    void shouldNameTheSubjectWhateverItLooksLike() {
        assertThat(untrusted("alice smith").subject()).isEqualTo("alice smith");
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm:00017", "019ca7aa-12f8-7a03-97aa-f94de2f5ce01"})
    void shouldNameTheMemberOfAPath(String reference) {
        assertThat(Caller.named(reference)).isEqualTo(MemberId.of(reference));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alice", "crm:", "CRM:1", "crm:1 2", "019ca7aa"})
    void shouldRefuseAPathThatNamesNoMember(String reference) {
        assertProblem(() -> Caller.named(reference), PlatformProblems.INVALID_REQUEST);
    }

    private static void assertNamesNoMember(Caller caller) {
        assertProblem(caller::member, PlatformProblems.FORBIDDEN);
    }

    private static void assertProblem(ThrowingCallable call, ProblemType type) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
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
