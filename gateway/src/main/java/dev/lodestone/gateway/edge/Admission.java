package dev.lodestone.gateway.edge;

import dev.lodestone.platform.problem.PlatformProblems;
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
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** The door of the house: lets a request to the API in, or answers it with what to do. Other paths pass untouched. */
@ApplicationScoped
class Admission {
    private static final Logger LOG = Logger.getLogger(Admission.class);
    /** Before everything else, so that refusals carry the headers too. */
    private static final int FIRST = 400;
    /** After CORS (300), whose preflights carry no token, and after the framework has looked for a token (200). */
    private static final int AFTER_TOKEN_IS_FOUND = 90;

    private final IdentityProviderManager identityProviders;
    private final RateLimiter rateLimiter;
    private final BodyLimit bodyLimit;
    private final Refusals refusals;

    Admission(
            IdentityProviderManager identityProviders,
            RateLimiter rateLimiter,
            BodyLimit bodyLimit,
            Refusals refusals) {
        this.identityProviders = identityProviders;
        this.rateLimiter = rateLimiter;
        this.bodyLimit = bodyLimit;
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(SecurityHeaders::promise, FIRST);
        filters.register(this::admit, AFTER_TOKEN_IS_FOUND);
    }

    private void admit(RoutingContext context) {
        if (!ApiPath.isApi(context.normalizedPath())) {
            context.next();
            return;
        }
        continueTrace(context.request());
        if (ApiPath.isPublic(context.normalizedPath())) {
            admitStranger(context);
            return;
        }
        // The framework's own handler would answer a bad token before it is counted.
        context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        QuarkusHttpUser.getSecurityIdentity(context, identityProviders)
                .subscribe()
                .with(identity -> admit(context, identity), failure -> turnAway(context, failure));
    }

    private void admit(RoutingContext context, SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            turnAway(context, unauthenticated("Bearer", "Send Authorization: Bearer <token>"));
        } else if (withinRate(context, ClientKey.of(identity)) && withinSize(context)) {
            context.next();
        }
    }

    private void admitStranger(RoutingContext context) {
        if (withinRate(context, ClientKey.of(context.request().remoteAddress())) && withinSize(context)) {
            context.next();
        }
    }

    private void turnAway(RoutingContext context, Throwable failure) {
        if (failure instanceof AuthenticationException || failure instanceof SecurityException) {
            turnAway(
                    context,
                    unauthenticated(
                            "Bearer error=\"invalid_token\"", "The token is not valid (any more): ask for a new one"));
            return;
        }
        LOG.warn("tokens cannot be verified", failure);
        turnAway(
                context,
                new Refusal(
                        EdgeProblems.TOKENS_UNCHECKABLE,
                        "The identity provider does not answer; try again later",
                        Map.of("Retry-After", "5")));
    }

    /** A caller without a good token counts too, by address, so that guessing tokens is slow. */
    private void turnAway(RoutingContext context, Refusal refusal) {
        if (withinRate(context, ClientKey.of(context.request().remoteAddress()))) {
            refusals.answer(context.request(), refusal);
        }
    }

    private boolean withinRate(RoutingContext context, String client) {
        boolean allowed = rateLimiter.allows(client, context.response());
        if (!allowed) {
            refusals.answer(context.request(), rateLimiter.refusal());
        }
        return allowed;
    }

    private boolean withinSize(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean exceeded = bodyLimit.isExceededBy(request);
        if (exceeded) {
            refusals.answer(request, bodyLimit.refusal());
            bodyLimit.limited(request).discard();
        }
        return !exceeded;
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
