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
 * Does together what arrives together. What comes while nothing is being done is done at once; what comes meanwhile waits, and then goes as
 * one group. Nobody waits for others to come.
 *
 * <p>A group that fails is done again one by one, so that its culprit fails alone. Every wait is bounded. May be used by several threads.
 *
 * @param <T> what arrives
 * @param <A> what it is answered with
 */
final class RequestBatcher<T, A> {
    /**
     * @param groupSize what a group holds at most
     * @param groups how many are under way at most
     * @param waitingMax what waits at most
     * @param timeout how long one waits for its answer, and a group may take
     */
    record Limits(int groupSize, int groups, int waitingMax, Duration timeout) {}

    private record Waiting<T, A>(T item, CompletableFuture<A> answer) {}

    private final Limits limits;
    private final Function<T, Object> key;
    private final Function<List<T>, CompletionStage<List<A>>> work;
    private final Deque<Waiting<T, A>> waiting = new ArrayDeque<>();
    private int underWay;

    /**
     * @param key a group holds no two items of the same key: the later waits for another group
     * @param work does a group and answers in its order
     */
    RequestBatcher(Limits limits, Function<T, Object> key, Function<List<T>, CompletionStage<List<A>>> work) {
        this.limits = limits;
        this.key = key;
        this.work = work;
    }

    /**
     * What becomes of {@code item}: its answer, the failure of its work, or a {@link java.util.concurrent.TimeoutException}. Work that is
     * under way goes on when nobody waits for it any more; what has not begun is dropped.
     *
     * @throws RejectedExecutionException when too many wait
     */
    CompletableFuture<A> add(T item) {
        CompletableFuture<A> answer = new CompletableFuture<>();
        synchronized (this) {
            if (waiting.size() >= limits.waitingMax()) {
                throw new RejectedExecutionException(limits.waitingMax() + " wait already");
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

    /** What follows is started before the answers are told: telling takes a while, and the database would stand idle. */
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
                : Objects.requireNonNull(failure, "without answers there is a failure");
    }
}
