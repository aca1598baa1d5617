package dev.lodestone.gateway.session;

import dev.lodestone.gateway.refusals.Refusal;
import dev.lodestone.gateway.refusals.Refusals;
import dev.lodestone.platform.problem.PlatformProblems;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.jboss.logging.Logger;

/** Lets signed-in users see pages, and sends all others to the identity provider. */
@ApplicationScoped
class SessionPages {
    private static final Logger LOG = Logger.getLogger(SessionPages.class);

    private final IdentityProviderManager identityProviders;
    private final HttpAuthenticator authenticator;
    private final Refusals refusals;

    SessionPages(IdentityProviderManager identityProviders, HttpAuthenticator authenticator, Refusals refusals) {
        this.identityProviders = identityProviders;
        this.authenticator = authenticator;
        this.refusals = refusals;
    }

    void register(@Observes Router router) {
        router.get(SessionPath.ENDED).handler(context -> show(context, SessionPageText.ENDED));
        router.get(SessionPath.RENEWED).handler(context -> show(context, SessionPageText.RENEWED));
    }

    /** Continues with the page if it is public or the user is signed in; otherwise answers. */
    void admit(RoutingContext context) {
        String path = context.normalizedPath();
        RequestSource source = RequestSource.of(context.request());
        if (SessionPath.isPublic(path)) {
            context.next();
        } else if (!source.isRead()) {
            refuse(context, new Refusal(PlatformProblems.NOT_FOUND, "Pages are read with GET"));
        } else if (path.equals(SessionPath.SIGN_OUT) && source.fault().isPresent()) {
            // Another site must not sign the user out either.
            refuse(context, SessionRefusals.crossSite(source.fault().get()));
        } else {
            // The framework's own handler would answer with an empty body.
            context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
            QuarkusHttpUser.getSecurityIdentity(context, identityProviders)
                    .subscribe()
                    .with(identity -> show(context, identity), failure -> answer(context, failure));
        }
    }

    private void show(RoutingContext context, SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            signIn(context);
        } else {
            context.next();
        }
    }

    private void answer(RoutingContext context, Throwable failure) {
        if (failure instanceof AuthenticationRedirectException redirect) {
            redirect(context, redirect);
        } else if (!(failure instanceof AuthenticationException || failure instanceof SecurityException)) {
            unavailable(context, failure);
        } else if (context.normalizedPath().equals(SessionPath.CALLBACK)) {
            // Going to the identity provider again could go on for ever.
            context.response().setStatusCode(401);
            show(context, SessionPageText.FAILED);
        } else {
            signIn(context);
        }
    }

    private void signIn(RoutingContext context) {
        if (RequestSource.of(context.request()).marked()) {
            refuse(context, SessionRefusals.ENDED);
            return;
        }
        authenticator
                .sendChallenge(context)
                .subscribe()
                .with(sent -> end(context), failure -> unavailable(context, failure));
    }

    private static void end(RoutingContext context) {
        if (!context.response().ended()) {
            context.response().end();
        }
    }

    private static void redirect(RoutingContext context, AuthenticationRedirectException redirect) {
        context.response()
                .setStatusCode(redirect.getCode())
                .putHeader(HttpHeaders.LOCATION, redirect.getRedirectUri())
                .end();
    }

    private void unavailable(RoutingContext context, Throwable failure) {
        LOG.warn("browsers cannot sign in", failure);
        refuse(
                context,
                new Refusal(
                        SessionProblems.SIGN_IN_UNAVAILABLE,
                        "The identity provider does not answer; try again later",
                        Map.of("Retry-After", "5")));
    }

    private void refuse(RoutingContext context, Refusal refusal) {
        refusals.answer(context.request(), refusal);
    }

    private static void show(RoutingContext context, String html) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .end(html);
    }
}
