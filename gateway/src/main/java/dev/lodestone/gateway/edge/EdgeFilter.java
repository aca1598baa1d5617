package dev.lodestone.gateway.edge;

import dev.lodestone.gateway.limits.ClientLimits;
import dev.lodestone.gateway.refusals.Refusal;
import dev.lodestone.gateway.refusals.Refusals;
import dev.lodestone.gateway.refusals.TraceParent;
import dev.lodestone.gateway.session.Sessions;
import dev.lodestone.platform.problem.PlatformProblems;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Accepts a request to the API or to a page, or rejects it with a problem. This port serves nothing else. */
@ApplicationScoped
class EdgeFilter {
    private static final Logger LOG = Logger.getLogger(EdgeFilter.class);
    /** Before all other handlers, so that refusals have the headers too. */
    private static final int FIRST = 400;
    /** Before CORS (300) and all other handlers that read the path. */
    private static final int BEFORE_THE_PATH_IS_READ = 390;
    /** After CORS, whose preflight requests have no token, and after the framework has read the token (200). */
    private static final int AFTER_TOKEN_IS_FOUND = 90;

    private static final Refusal NO_TOKEN = unauthenticated("Bearer", "Send Authorization: Bearer <token>");
    private static final Refusal BAD_TOKEN =
            unauthenticated("Bearer error=\"invalid_token\"", "The token is not valid (any more): ask for a new one");

    private final IdentityProviderManager identityProviders;
    private final ClientLimits limits;
    private final Refusals refusals;
    private final Sessions sessions;

    EdgeFilter(IdentityProviderManager identityProviders, ClientLimits limits, Refusals refusals, Sessions sessions) {
        this.identityProviders = identityProviders;
        this.limits = limits;
        this.refusals = refusals;
        this.sessions = sessions;
    }

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::promise, FIRST);
        filters.register(this::checkPath, BEFORE_THE_PATH_IS_READ);
        filters.register(this::admit, AFTER_TOKEN_IS_FOUND);
    }

    private void checkPath(RoutingContext context) {
        continueTrace(context.request());
        preferToken(context.request());
        Optional<String> fault = RequestPath.fault(context.request().path());
        if (fault.isPresent()) {
            reject(context, new Refusal(EdgeProblems.INVALID_PATH, fault.get()));
        } else {
            context.next();
        }
    }

    private void admit(RoutingContext context) {
        if (sessions.isPage(context.normalizedPath())) {
            admitToPage(context);
            return;
        }
        if (!ApiPath.isApi(context.normalizedPath())) {
            admitOther(context);
            return;
        }
        if (ApiPath.isPublic(context.normalizedPath())) {
            admitAs(context, addressOf(context));
            return;
        }
        boolean ofSession = sessions.covers(context.request());
        Optional<Refusal> foreign = ofSession ? sessions.crossSite(context.request()) : Optional.empty();
        if (foreign.isPresent()) {
            reject(context, foreign.get());
            return;
        }
        // The framework's own handler would answer a bad token before the limits count it.
        context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        Uni<SecurityIdentity> caller = QuarkusHttpUser.getSecurityIdentity(context, identityProviders);
        (ofSession ? caller.chain(session -> sessions.asBearer(context, session)) : caller)
                .subscribe()
                .with(
                        identity -> admit(context, identity, ofSession ? sessions.ended() : NO_TOKEN),
                        failure -> reject(context, failure, ofSession ? sessions.ended() : BAD_TOKEN));
    }

    /** Pages count by address: nobody is known before the page of the identity provider. */
    private void admitToPage(RoutingContext context) {
        limits.admit(context, addressOf(context), () -> sessions.admitToPage(context));
    }

    private void admit(RoutingContext context, SecurityIdentity identity, Refusal ifAnonymous) {
        if (identity.isAnonymous()) {
            reject(context, ifAnonymous);
        } else {
            // Cookies are between the browser and the gateway; no service may see them.
            context.request().headers().remove(HttpHeaders.COOKIE);
            ClientKey.expiry(identity).ifPresent(expiry -> Client.setExpiry(context, expiry));
            admitAs(context, ClientKey.of(identity));
        }
    }

    private void admitAs(RoutingContext context, String client) {
        limits.admit(context, client, () -> {
            Client.set(context, client);
            context.next();
        });
    }

    /** Only the developer pages of the framework are allowed besides the API. */
    private void admitOther(RoutingContext context) {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            context.next();
        } else {
            reject(context, new Refusal(PlatformProblems.NOT_FOUND, "Everything is below /api"));
        }
    }

    private void reject(RoutingContext context, Throwable failure, Refusal ifRefused) {
        if (failure instanceof AuthenticationException || failure instanceof SecurityException) {
            reject(context, ifRefused);
            return;
        }
        LOG.warn("tokens cannot be verified", failure);
        reject(
                context,
                new Refusal(
                        EdgeProblems.IDENTITY_PROVIDER_UNAVAILABLE,
                        "The identity provider does not answer; try again later",
                        Map.of("Retry-After", "5")));
    }

    /** A caller without a valid token counts by address, so that guessing tokens and paths is slow. */
    private void reject(RoutingContext context, Refusal refusal) {
        limits.refuse(context, addressOf(context), () -> refusals.answer(context.request(), refusal));
    }

    private static String addressOf(RoutingContext context) {
        return ClientKey.of(context.request().remoteAddress());
    }

    /** The framework looks at cookies too; a request must have one identity, whatever order it tries. */
    private static void preferToken(HttpServerRequest request) {
        if (request.headers().contains(HttpHeaders.AUTHORIZATION)) {
            request.headers().remove(HttpHeaders.COOKIE);
        }
    }

    private static void continueTrace(HttpServerRequest request) {
        String traceParent = TraceParent.continued(request.getHeader(TraceParent.HEADER));
        request.headers().set(TraceParent.HEADER, traceParent);
        MDC.put("traceId", TraceParent.traceId(traceParent));
    }

    private static Refusal unauthenticated(String challenge, String detail) {
        return new Refusal(PlatformProblems.UNAUTHENTICATED, detail, Map.of("WWW-Authenticate", challenge));
    }
}
