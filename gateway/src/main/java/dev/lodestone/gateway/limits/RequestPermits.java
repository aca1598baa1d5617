package dev.lodestone.gateway.limits;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jboss.logging.Logger;

/**
 * Everything that one request occupies. Each permit is released exactly once, at the first of: the answer is complete, the connection is
 * closed, the connection fails. A client can disconnect at any moment, also between two steps of the gateway; a permit that comes after
 * that is released at once.
 */
public final class RequestPermits {
    private static final Logger LOG = Logger.getLogger(RequestPermits.class);
    private static final String KEY = RequestPermits.class.getName();

    private final Deque<Runnable> releases = new ArrayDeque<>();
    private boolean over;

    private RequestPermits() {}

    /** The permits of this request. */
    public static RequestPermits of(RoutingContext context) {
        RequestPermits existing = context.get(KEY);
        if (existing != null) {
            return existing;
        }
        RequestPermits permits = new RequestPermits();
        context.put(KEY, permits);
        HttpServerResponse response = context.response();
        if (!response.ended()) {
            context.addEndHandler(ended -> permits.end());
        }
        // No event follows for what happened before the handler was there.
        if (response.ended() || response.closed()) {
            permits.end();
        }
        return permits;
    }

    /** Calls {@code release} once when the request is over, or now if it is over already. */
    public void hold(Runnable release) {
        synchronized (this) {
            if (!over) {
                releases.push(release);
                return;
            }
        }
        run(release);
    }

    /** Whether the request is answered or its client is gone, so that nothing more needs to be done for it. */
    public synchronized boolean isOver() {
        return over;
    }

    /** For an end that the response does not report: it calls no handler after it was closed from this side. A second call does nothing. */
    public void end() {
        Deque<Runnable> due;
        synchronized (this) {
            over = true;
            due = new ArrayDeque<>(releases);
            releases.clear();
        }
        due.forEach(RequestPermits::run);
    }

    /** One release that fails must not keep the others. */
    private static void run(Runnable release) {
        try {
            release.run();
        } catch (RuntimeException failure) {
            LOG.error("a permit could not be released", failure);
        }
    }
}
