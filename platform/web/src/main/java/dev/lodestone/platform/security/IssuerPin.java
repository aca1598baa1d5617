package dev.lodestone.platform.security;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a verified token whose issuer is not the configured or discovered one. The framework compares them too, but not when a discovery
 * document names no issuer: then this fails closed.
 */
@ApplicationScoped
class IssuerPin implements SecurityIdentityAugmentor {
    /** Where the framework keeps what it discovered. */
    private static final String METADATA = "configuration-metadata";

    private final Optional<String> configured;

    IssuerPin(@ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> configured) {
        this.configured = configured;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        String pinned = configured.orElseGet(() -> discovered(identity));
        return pinned != null && pinned.equals(issuer(identity))
                ? Uni.createFrom().item(identity)
                : Uni.createFrom().failure(new AuthenticationFailedException("the token is of another issuer"));
    }

    private static @Nullable String discovered(SecurityIdentity identity) {
        return identity.getAttribute(METADATA) instanceof OidcConfigurationMetadata metadata
                ? metadata.getIssuer()
                : null;
    }

    private static @Nullable String issuer(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token ? token.getIssuer() : null;
    }
}
