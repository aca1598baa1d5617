package dev.lodestone.gateway.upstreams;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Limits the concurrent exchanges with a service; others wait in a queue for a bounded time. The connection pool has a queue too,
 * but its failures do not show whether the service or the gateway was overloaded.
 */
final class Bulkhead {
    private final Vertx vertx;
    private final int permitsMax;
    private final int waitingMax;
    private final Deque<Waiting> line = new ArrayDeque<>();
    private int taken;

    Bulkhead(Vertx vertx, int permitsMax, int waitingMax) {
        this.vertx = vertx;
        this.permitsMax = permitsMax;
        this.waitingMax = waitingMax;
    }

    /**
     * A permit for one exchange, which must be released at its end.
     *
     * @return fails with {@link BulkheadFullException} when the queue is full or the wait is over; completes on the caller's event loop
     */
    Future<Permit> acquire(Duration waitMax) {
        Waiting waiting = new Waiting(vertx.getOrCreateContext());
        synchronized (this) {
            if (taken < permitsMax) {
                taken++;
                return Future.succeededFuture(new Permit());
            }
            if (line.size() >= waitingMax) {
                return Future.failedFuture(new BulkheadFullException());
            }
            line.addLast(waiting);
        }
        long timer = vertx.setTimer(Math.max(1, waitMax.toMillis()), over -> giveUp(waiting));
        return waiting.promise.future().onComplete(decided -> vertx.cancelTimer(timer));
    }

    synchronized int taken() {
        return taken;
    }

    synchronized int waiting() {
        return line.size();
    }

    private void giveUp(Waiting waiting) {
        boolean stillWaits;
        synchronized (this) {
            stillWaits = line.remove(waiting);
        }
        if (stillWaits) {
            waiting.promise.fail(new BulkheadFullException());
        }
    }

    private void passOn() {
        Waiting next;
        synchronized (this) {
            next = line.pollFirst();
            if (next == null) {
                taken--;
            }
        }
        if (next != null) {
            next.context.runOnContext(turn -> next.promise.complete(new Permit()));
        }
    }

    /** The right to one exchange. A second release changes nothing. */
    final class Permit {
        private final AtomicBoolean released = new AtomicBoolean();

        void release() {
            if (released.compareAndSet(false, true)) {
                passOn();
            }
        }
    }

    private static final class Waiting {
        private final Context context;
        private final Promise<Permit> promise = Promise.promise();

        Waiting(Context context) {
            this.context = context;
        }
    }
}
