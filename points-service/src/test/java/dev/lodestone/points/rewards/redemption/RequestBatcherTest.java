package dev.lodestone.points.rewards.redemption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class RequestBatcherTest {
    /** A running group; the test completes it. */
    private record Begun(List<String> items, CompletableFuture<List<String>> outcome) {
        void succeed() {
            outcome.complete(items.stream().map(String::toUpperCase).toList());
        }
    }

    private final List<Begun> begun = new ArrayList<>();

    @Test
    void shouldStartAtOnceWhenNoGroupIsRunning() {
        CompletableFuture<String> answer = gathering(10, 1, 10).add("a");

        assertEquals(List.of("a"), begun.getFirst().items());
        begun.getFirst().succeed();
        assertEquals("A", answer.join());
    }

    @Test
    void shouldGroupWaitingRequestsUpToTheGroupSize() {
        RequestBatcher<String, String> gathering = gathering(3, 1, 10);
        List<CompletableFuture<String>> answers =
                List.of("a", "b", "c", "d", "e").stream().map(gathering::add).toList();

        begun.get(0).succeed();
        begun.get(1).succeed();
        begun.get(2).succeed();

        assertEquals(
                List.of(List.of("a"), List.of("b", "c", "d"), List.of("e")),
                begun.stream().map(Begun::items).toList());
        assertEquals(
                List.of("A", "B", "C", "D", "E"),
                answers.stream().map(CompletableFuture::join).toList());
    }

    @Test
    void shouldRunAtMostTheAllowedNumberOfGroups() {
        RequestBatcher<String, String> gathering = gathering(10, 2, 10);
        List.of("a", "b", "c", "d").forEach(gathering::add);

        assertEquals(
                List.of(List.of("a"), List.of("b")),
                begun.stream().map(Begun::items).toList());
        begun.get(1).succeed();
        assertEquals(List.of("c", "d"), begun.get(2).items());
    }

    @Test
    void shouldNotGroupTwoRequestsWithOneKey() {
        RequestBatcher<String, String> gathering = gathering(10, 1, 10);
        List.of("a", "key", "key", "b").forEach(gathering::add);

        begun.get(0).succeed();
        begun.get(1).succeed();

        assertEquals(List.of("key", "b"), begun.get(1).items());
        assertEquals(List.of("key"), begun.get(2).items());
    }

    @Test
    void shouldRefuseWhenTooManyRequestsWait() {
        RequestBatcher<String, String> gathering = gathering(10, 1, 2);
        List.of("a", "b", "c").forEach(gathering::add);

        assertThrows(RejectedExecutionException.class, () -> gathering.add("d"));
        begun.get(0).succeed();
        assertEquals(List.of("b", "c"), begun.get(1).items());
    }

    @Test
    void shouldFailOnlyTheFaultyRequest() {
        RequestBatcher<String, String> gathering = gathering(10, 1, 10);
        List<CompletableFuture<String>> answers =
                List.of("a", "b", "culprit", "c").stream().map(gathering::add).toList();
        begun.get(0).succeed();

        begun.get(1).outcome().completeExceptionally(new IllegalStateException("unforeseen"));
        begun.get(2).succeed();
        begun.get(3).outcome().completeExceptionally(new IllegalStateException("unforeseen"));
        begun.get(4).succeed();

        assertEquals("B", answers.get(1).join());
        assertEquals("C", answers.get(3).join());
        ExecutionException failure =
                assertThrows(ExecutionException.class, () -> answers.get(2).get());
        assertInstanceOf(IllegalStateException.class, failure.getCause());
    }

    @Test
    void shouldContinueAfterAGroupThatFailedToStart() throws Exception {
        RequestBatcher<String, String> gathering =
                new RequestBatcher<>(limits(10, 1, 10, Duration.ofMinutes(1)), item -> item, items -> {
                    if (begun.isEmpty()) {
                        begin(items);
                        throw new IllegalStateException("at once");
                    }
                    return begin(items);
                });

        assertTrue(gathering.add("a").isCompletedExceptionally());
        CompletableFuture<String> next = gathering.add("b");
        begun.get(1).succeed();
        assertEquals("B", next.get());
    }

    @Test
    void shouldTimeOutAndDropRequestsThatHaveNotStarted() throws Exception {
        RequestBatcher<String, String> gathering =
                new RequestBatcher<>(limits(10, 1, 10, Duration.ofMillis(50)), item -> item, this::begin);
        CompletableFuture<String> stuck = gathering.add("stuck");
        CompletableFuture<String> behind = gathering.add("behind");

        for (CompletableFuture<String> answer : List.of(stuck, behind)) {
            ExecutionException failure = assertThrows(ExecutionException.class, () -> answer.get(10, TimeUnit.SECONDS));
            assertInstanceOf(TimeoutException.class, failure.getCause());
        }
        assertFalse(begun.getFirst().outcome().isDone());
    }

    private RequestBatcher<String, String> gathering(int groupSize, int groups, int waitingMax) {
        return new RequestBatcher<>(
                limits(groupSize, groups, waitingMax, Duration.ofMinutes(1)), item -> item, this::begin);
    }

    private static RequestBatcher.Limits limits(int groupSize, int groups, int waitingMax, Duration patience) {
        return new RequestBatcher.Limits(groupSize, groups, waitingMax, patience);
    }

    private CompletableFuture<List<String>> begin(List<String> items) {
        begun.add(new Begun(items, new CompletableFuture<>()));
        return begun.getLast().outcome();
    }
}
