package dev.lodestone.gateway.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Sign-in of browsers. The identity provider is the one of the tokens. */
@ConfigMapping(prefix = "lodestone.gateway.session")
interface SessionConfig {
    /** Whether browsers may sign in. If not, the gateway serves the API only. */
    @WithDefault("false")
    boolean enabled();

    /** The gateway's client at the identity provider. */
    @WithDefault("lodestone-console")
    String clientId();

    /** The secret of that client. */
    Optional<String> clientSecret();

    /** Encrypts the cookie; the same for all replicas, at least 32 characters. */
    Optional<String> encryptionSecret();

    /** Whether browsers may send the cookie over HTTPS only; false is for development on one machine. */
    @WithDefault("true")
    boolean secureCookies();
}
