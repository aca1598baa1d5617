package dev.lodestone.gateway.edge;

import dev.lodestone.gateway.limits.ClientLimits;
import dev.lodestone.gateway.refusals.Refusal;
import dev.lodestone.gateway.refusals.Refusals;
import dev.lodestone.gateway.refusals.TraceParent;
import dev.lodestone.platform.problem.PlatformProblems;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** Accepts a request to the API, or rejects it with a problem. This port serves nothing else. */
@ApplicationScoped
class EdgeFilter {
    private static final Logger LOG = Logger.getLogger(EdgeFilter.class);
    /** Before all other handlers, so that refusals have the headers too. */
    private static final int FIRST = 400;
    /** Before CORS (300) and all other handlers that read the path. */
    private static final int BEFORE_THE_PATH_IS_READ = 390;
    /** After CORS, whose preflight requests have no token, and after the framework has read the token (200). */
    private static final int AFTER_TOKEN_IS_FOUND = 90;

    private final IdentityProviderManager identityProviders;
    private final ClientLimits limits;
    private final Refusals refusals;

    EdgeFilter(IdentityProviderManager identityProviders, ClientLimits limits, Refusals refusals) {
        this.identityProviders = identityProviders;
        this.limits = limits;
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::promise, FIRST);
        filters.register(this::checkPath, BEFORE_THE_PATH_IS_READ);
        filters.register(this::admit, AFTER_TOKEN_IS_FOUND);
    }

    private void checkPath(RoutingContext context) {
        continueTrace(context.request());
        Optional<String> fault = RequestPath.fault(context.request().path());
        if (fault.isPresent()) {
            reject(context, new Refusal(EdgeProblems.INVALID_PATH, fault.get()));
        } else {
            context.next();
        }
    }

    private void admit(RoutingContext context) {
        if (!ApiPath.isApi(context.normalizedPath())) {
            admitOther(context);
            return;
        }
        if (ApiPath.isPublic(context.normalizedPath())) {
            admitAs(context, addressOf(context));
            return;
        }
        // The framework's own handler would answer a bad token before the limits count it.
        context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        QuarkusHttpUser.getSecurityIdentity(context, identityProviders)
                .subscribe()
                .with(identity -> admit(context, identity), failure -> reject(context, failure));
    }

    private void admit(RoutingContext context, SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            reject(context, unauthenticated("Bearer", "Send Authorization: Bearer <token>"));
        } else {
            admitAs(context, ClientKey.of(identity));
        }
    }

    private void admitAs(RoutingContext context, String client) {
        if (limits.admits(context, client)) {
            Client.set(context, client);
            context.next();
        }
    }

    /** Only the developer pages of the framework are allowed besides the API. */
    private void admitOther(RoutingContext context) {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            context.next();
        } else {
            reject(context, new Refusal(PlatformProblems.NOT_FOUND, "Everything is below /api"));
        }
    }

    private void reject(RoutingContext context, Throwable failure) {
        if (failure instanceof AuthenticationException || failure instanceof SecurityException) {
            reject(
                    context,
                    unauthenticated(
                            "Bearer error=\"invalid_token\"", "The token is not valid (any more): ask for a new one"));
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
        if (limits.isWithinRate(context, addressOf(context))) {
            refusals.answer(context.request(), refusal);
        }
    }

    private static String addressOf(RoutingContext context) {
        return ClientKey.of(context.request().remoteAddress());
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
