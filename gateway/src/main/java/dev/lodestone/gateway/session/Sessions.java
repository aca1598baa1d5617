package dev.lodestone.gateway.session;

import dev.lodestone.gateway.refusals.Refusal;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The entry point. A request without a bearer token that has the session's cookie, or that a script of a page makes, belongs to a session.
 * It is authenticated by the access token in the cookie, under the same rules as any bearer token.
 */
@ApplicationScoped
public class Sessions {
    /** The framework adds suffixes when it splits a large cookie. */
    private static final String COOKIE = "q_session_" + BrowserTenant.ID;

    private final SessionConfig config;
    private final TenantIdentityProvider bearerTokens;
    private final SessionPages pages;

    Sessions(SessionConfig config, TenantIdentityProvider bearerTokens, SessionPages pages) {
        this.config = config;
        this.bearerTokens = bearerTokens;
        this.pages = pages;
    }

    /** Whether the path is a page for people, which needs a sign-in. */
    public boolean isPage(String normalizedPath) {
        return config.enabled() && isPagePath(normalizedPath);
    }

    /** Whether the path is a page for people where browsers may sign in. */
    public static boolean isPagePath(String normalizedPath) {
        return SessionPath.isPage(normalizedPath);
    }

    /** Continues with a page if it is public or the user is signed in; otherwise answers, mostly with a redirect to the identity provider. */
    public void admitToPage(RoutingContext context) {
        pages.admit(context);
    }

    /** Whether the request belongs to a session. A bearer token always comes before a cookie. */
    public boolean covers(HttpServerRequest request) {
        return config.enabled()
                && !request.headers().contains(HttpHeaders.AUTHORIZATION)
                && (RequestSource.of(request).marked()
                        || request.cookies().stream()
                                .anyMatch(cookie -> cookie.getName().startsWith(COOKIE)));
    }

    /** Why a request that belongs to a session must not be served; empty if a page of the gateway makes it. */
    public Optional<Refusal> crossSite(HttpServerRequest request) {
        return RequestSource.of(request).fault().map(SessionRefusals::crossSite);
    }

    /** The answer to a request of a session that is over, or that never began. */
    public Refusal ended() {
        return SessionRefusals.ENDED;
    }

    /**
     * Continues a request of a session as one with a bearer token: verifies the access token, and puts it in place of the cookie.
     *
     * @param session the identity by the ID token; anonymous if there is no session
     * @return fails with {@link AuthenticationFailedException} if the access token is not for this suite
     */
    public Uni<SecurityIdentity> asBearer(RoutingContext context, SecurityIdentity session) {
        AccessTokenCredential token = session.getCredential(AccessTokenCredential.class);
        if (session.isAnonymous()) {
            return Uni.createFrom().item(session);
        }
        if (token == null) {
            return Uni.createFrom().failure(new AuthenticationFailedException("the session has no access token"));
        }
        return bearerTokens.authenticate(token).invoke(identity -> replace(context, identity, token.getToken()));
    }

    private static void replace(RoutingContext context, SecurityIdentity identity, String token) {
        QuarkusHttpUser.setIdentity(identity, context);
        context.request().headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }
}
