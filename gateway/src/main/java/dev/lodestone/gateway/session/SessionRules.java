package dev.lodestone.gateway.session;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refuses to start with a sign-in that is not safe. */
@ApplicationScoped
class SessionRules {
    /** Of characters; a shorter key makes AES-256 weaker. */
    static final int SECRET_MIN = 32;

    private final SessionConfig config;

    SessionRules(SessionConfig config) {
        this.config = config;
    }

    void check(@Observes StartupEvent starting) {
        String fault = fault(config.enabled(), config.clientSecret(), config.encryptionSecret());
        if (fault != null) {
            throw new IllegalStateException(fault);
        }
    }

    /** What is missing for a safe sign-in, or null. */
    static @Nullable String fault(boolean enabled, Optional<String> clientSecret, Optional<String> encryptionSecret) {
        if (!enabled) {
            return null;
        }
        if (clientSecret.isEmpty()) {
            return "Set lodestone.gateway.session.client-secret: the secret of the gateway's client at the identity provider";
        }
        // Without it each replica would make a key of its own, and no other replica could read the cookie.
        return encryptionSecret.filter(secret -> secret.length() >= SECRET_MIN).isEmpty()
                ? "Set lodestone.gateway.session.encryption-secret to at least " + SECRET_MIN
                        + " random characters, the same for all replicas"
                : null;
    }
}
