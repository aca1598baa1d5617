package dev.lodestone.platform.security;

import dev.lodestone.events.MemberId;
import dev.lodestone.platform.problem.PlatformProblems;
import dev.lodestone.platform.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who makes this request. Only for endpoints that need a role: it reads the verified token. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;
    private final String memberClaim;
    private final boolean memberClaimTrusted;
    private final Optional<String> issuerName;

    Caller(
            SecurityIdentity identity,
            @ConfigProperty(name = "lodestone.security.member-claim", defaultValue = "sub") String memberClaim,
            @ConfigProperty(name = "lodestone.security.member-claim-trusted", defaultValue = "false")
                    boolean memberClaimTrusted,
            @ConfigProperty(name = "lodestone.security.issuer-name") Optional<String> issuerName) {
        this.identity = identity;
        this.memberClaim = memberClaim;
        this.memberClaimTrusted = memberClaimTrusted;
        this.issuerName = issuerName;
    }

    /** Stable name of the calling user or system, for audit and idempotency. */
    public String subject() {
        return Objects.requireNonNull(claim("sub"), "a verified token has a subject");
    }

    /**
     * The member that the token names: {@code oidc:<issuer's name>:<claim>}. Only where the claim is trusted by configuration is one that is
     * a member reference or a UUID by itself taken as it is; otherwise an issuer could name the members of another system.
     *
     * @throws ProblemException 403 if the token names no member
     */
    public MemberId member() {
        String claim = claim(memberClaim);
        if (claim == null || claim.isBlank()) {
            throw new ProblemException(
                    PlatformProblems.FORBIDDEN, "The token names no member: it lacks the claim " + memberClaim);
        }
        String own = "oidc:" + IssuerName.of(issuerName, claim("iss")) + ":" + claim;
        try {
            return MemberId.of(memberClaimTrusted && isReference(claim) ? claim : own);
        } catch (IllegalArgumentException unusable) {
            throw new ProblemException(
                    PlatformProblems.FORBIDDEN,
                    "The token names no member: its claim " + memberClaim + " is too long or holds spaces");
        }
    }

    /**
     * The member that an operator asks for in a path.
     *
     * @throws ProblemException 400 if {@code reference} is neither a UUID nor {@code channel:externalId}
     */
    public static MemberId named(String reference) {
        try {
            return MemberId.of(reference);
        } catch (IllegalArgumentException invalid) {
            throw new ProblemException(PlatformProblems.INVALID_REQUEST, String.valueOf(invalid.getMessage()));
        }
    }

    private static boolean isReference(String claim) {
        return claim.indexOf(':') > 0 || claim.matches("[0-9a-fA-F-]{36}");
    }

    private @Nullable String claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim(name) : null;
    }
}
