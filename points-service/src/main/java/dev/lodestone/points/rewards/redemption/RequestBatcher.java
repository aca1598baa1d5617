package dev.lodestone.points.rewards.redemption;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Processes concurrent requests in groups. A request that arrives while no group is running starts at once; requests that arrive meanwhile
 * wait and form the next group. No request waits for others to arrive.
 *
 * <p>If a group fails, its requests are processed one by one, so that only the faulty one fails. All waiting times are limited.
 * Thread-safe.
 *
 * @param <T> type of the requests
 * @param <A> type of the answers
 */
final class RequestBatcher<T, A> {
    /**
     * Limits of the batcher.
     *
     * @param groupSize maximum number of requests in a group
     * @param groups maximum number of running groups
     * @param waitingMax maximum number of waiting requests
     * @param timeout timeout of a request, and of a group
     */
    record Limits(int groupSize, int groups, int waitingMax, Duration timeout) {}

    private record Waiting<T, A>(T item, CompletableFuture<A> answer) {}

    private final Limits limits;
    private final Function<T, Object> key;
    private final Function<List<T>, CompletionStage<List<A>>> work;
    private final Deque<Waiting<T, A>> waiting = new ArrayDeque<>();
    private int underWay;

    /**
     * A batcher without requests.
     *
     * @param key requests with the same key never share a group: the later one waits for another group
     * @param work processes a group and returns the answers in its order
     */
    RequestBatcher(Limits limits, Function<T, Object> key, Function<List<T>, CompletionStage<List<A>>> work) {
        this.limits = limits;
        this.key = key;
        this.work = work;
    }

    /**
     * The answer to {@code item}, the failure of its processing, or a {@link java.util.concurrent.TimeoutException}. A running group
     * continues after the timeout of a request; a request that has not started is dropped.
     *
     * @throws RejectedExecutionException if too many requests wait
     */
    CompletableFuture<A> add(T item) {
        CompletableFuture<A> answer = new CompletableFuture<>();
        synchronized (this) {
            if (waiting.size() >= limits.waitingMax()) {
                throw new RejectedExecutionException(limits.waitingMax() + " requests wait already");
            }
            waiting.add(new Waiting<>(item, answer));
        }
        answer.orTimeout(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
        startNext();
        return answer;
    }

    private void startNext() {
        List<Waiting<T, A>> group = next();
        if (!group.isEmpty()) {
            start(group);
        }
    }

    private synchronized List<Waiting<T, A>> next() {
        List<Waiting<T, A>> group = new ArrayList<>();
        Set<Object> keys = new HashSet<>();
        Iterator<Waiting<T, A>> inOrder = waiting.iterator();
        while (underWay < limits.groups() && inOrder.hasNext() && group.size() < limits.groupSize()) {
            Waiting<T, A> first = inOrder.next();
            if (first.answer().isDone()) {
                inOrder.remove();
            } else if (keys.add(key.apply(first.item()))) {
                inOrder.remove();
                group.add(first);
            }
        }
        underWay += group.isEmpty() ? 0 : 1;
        return group;
    }

    private void start(List<Waiting<T, A>> group) {
        attempt(group).whenComplete((answers, failure) -> {
            if (failure == null || group.size() == 1) {
                finish();
                settle(group, answers, failure);
            } else {
                oneByOne(group).whenComplete((done, ignored) -> finish());
            }
        });
    }

    /** Starts the next group before the answers are delivered: delivery takes time, and the database would be idle. */
    private void finish() {
        synchronized (this) {
            underWay--;
        }
        startNext();
    }

    private CompletableFuture<Void> oneByOne(List<Waiting<T, A>> group) {
        CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
        for (Waiting<T, A> single : group) {
            all = all.thenCompose(done -> runSingle(single));
        }
        return all;
    }

    private CompletableFuture<Void> runSingle(Waiting<T, A> single) {
        if (single.answer().isDone()) {
            return CompletableFuture.completedFuture(null);
        }
        List<Waiting<T, A>> group = List.of(single);
        return attempt(group).handle((answers, failure) -> {
            settle(group, answers, failure);
            return null;
        });
    }

    private CompletableFuture<List<A>> attempt(List<Waiting<T, A>> group) {
        try {
            return work.apply(group.stream().map(Waiting::item).toList())
                    .toCompletableFuture()
                    .copy()
                    .orTimeout(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private static <T, A> void settle(
            List<Waiting<T, A>> group, @Nullable List<A> answers, @Nullable Throwable failure) {
        for (int i = 0; i < group.size(); i++) {
            CompletableFuture<A> answer = group.get(i).answer();
            if (answers == null) {
                answer.completeExceptionally(cause(failure));
            } else {
                answer.complete(answers.get(i));
            }
        }
    }

    private static Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : Objects.requireNonNull(failure, "either answers or a failure");
    }
}
