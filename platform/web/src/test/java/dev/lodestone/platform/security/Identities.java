package dev.lodestone.platform.security;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Callers with a verified token. */
final class Identities {
    static final String ISSUER = "https://identity.example.com/realms/lodestone";

    private Identities() {}

    static SecurityIdentity of(Map<String, String> claims) {
        return QuarkusSecurityIdentity.builder().setPrincipal(new Token(claims)).build();
    }

    /** The issuer's discovery document stands beside the token. */
    static SecurityIdentity of(Map<String, String> claims, OidcConfigurationMetadata discovered) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(claims))
                .addAttribute("configuration-metadata", discovered)
                .build();
    }

    private record Token(Map<String, String> claims) implements JsonWebToken {
        @Override
        public @Nullable String getName() {
            return claims.get("sub");
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> @Nullable T getClaim(String name) {
            return (T) claims.get(name);
        }
    }
}
