package dev.lodestone.gateway.edge;

import dev.lodestone.gateway.session.Sessions;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** The security headers of every answer; a header that a service sets itself is kept. */
final class SecurityHeaders {
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains");

    /** Answers of the API are data: nothing in them may run, load or be framed, and no cache may store an answer to a token. */
    private static final Map<String, String> API = Map.of(
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'", "Cache-Control", "no-store");

    /**
     * Pages load scripts, styles and data of this origin only. Components set styles in the elements, which cannot run anything; a script in a
     * page's text never runs.
     */
    private static final Map<String, String> PAGE = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                            + "font-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
                            + "frame-ancestors 'none'",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()",
            "Cache-Control", "no-store");

    private SecurityHeaders() {}

    /** Adds the headers just before the head of the answer is sent, because only then the headers of the service are known. */
    static void promise(RoutingContext context) {
        context.addHeadersEndHandler(end -> {
            MultiMap headers = context.response().headers();
            addMissing(headers, ALWAYS);
            if (isData(context)) {
                addMissing(headers, API);
            } else if (Sessions.isPagePath(context.normalizedPath())) {
                addMissing(headers, PAGE);
            }
        });
        context.next();
    }

    /** An ambiguous path cannot be normalised; its answer is a refusal, which is data. */
    private static boolean isData(RoutingContext context) {
        return RequestPath.fault(context.request().path()).isPresent()
                || (ApiPath.isApi(context.normalizedPath()) && !ApiPath.isPublic(context.normalizedPath()));
    }

    private static void addMissing(MultiMap headers, Map<String, String> wanted) {
        wanted.forEach((name, value) -> {
            if (!headers.contains(name)) {
                headers.set(name, value);
            }
        });
    }
}
