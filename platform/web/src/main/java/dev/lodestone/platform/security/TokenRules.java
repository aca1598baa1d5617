package dev.lodestone.platform.security;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Refuses to start a service that would accept tokens of other issuers or for other applications. */
@ApplicationScoped
class TokenRules {
    private static final String ANY = "any";

    private final Optional<String> issuer;
    private final Optional<List<String>> audience;
    private final Optional<String> authServer;
    private final boolean discovery;
    private final Optional<String> issuerName;

    TokenRules(
            @ConfigProperty(name = "quarkus.oidc.token.issuer") Optional<String> issuer,
            @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<List<String>> audience,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> authServer,
            @ConfigProperty(name = "quarkus.oidc.discovery-enabled", defaultValue = "true") boolean discovery,
            @ConfigProperty(name = "lodestone.security.issuer-name") Optional<String> issuerName) {
        this.issuer = issuer;
        this.audience = audience;
        this.authServer = authServer;
        this.discovery = discovery;
        this.issuerName = issuerName;
    }

    void check(@Observes StartupEvent starting) {
        String fault = fault();
        if (fault != null) {
            throw new IllegalStateException(fault);
        }
    }

    /** What would let a foreign token in, or null. */
    @Nullable String fault() {
        boolean discovered = authServer.isPresent() && discovery;
        if (issuer.isEmpty() && !discovered) {
            return "Set quarkus.oidc.token.issuer: without discovery nothing else says whose tokens to accept";
        }
        if (issuer.filter(ANY::equals).isPresent()) {
            return "quarkus.oidc.token.issuer must name one issuer, not any";
        }
        if (audience.isEmpty() || audience.get().isEmpty() || audience.get().contains(ANY)) {
            return "quarkus.oidc.token.audience must name the audience of this suite";
        }
        if (!issuerName.map(IssuerName::isValid).orElse(true)) {
            return "lodestone.security.issuer-name must be 1 to 32 lower-case letters, digits and hyphens";
        }
        return null;
    }
}
