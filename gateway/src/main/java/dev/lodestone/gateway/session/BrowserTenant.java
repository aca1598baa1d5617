package dev.lodestone.gateway.session;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Chooses the code flow for pages and sessions; everything else has a bearer token. */
@ApplicationScoped
class BrowserTenant implements TenantResolver {
    /** In the names of properties and cookies. The framework also takes a last path segment of this name for it, so it is a rare one. */
    static final String ID = "browser-session";

    private final Sessions sessions;

    BrowserTenant(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public @Nullable String resolve(RoutingContext context) {
        return sessions.isPage(context.normalizedPath()) || sessions.covers(context.request()) ? ID : null;
    }
}
