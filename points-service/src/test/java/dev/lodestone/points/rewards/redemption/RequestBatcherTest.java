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
    private record Group(List<String> items, CompletableFuture<List<String>> outcome) {
        void succeed() {
            outcome.complete(items.stream().map(String::toUpperCase).toList());
        }
    }

    private final List<Group> groups = new ArrayList<>();

    @Test
    void shouldStartAtOnceWhenNoGroupIsRunning() {
        CompletableFuture<String> answer = batcher(10, 1, 10).add("a");

        assertEquals(List.of("a"), groups.getFirst().items());
        groups.getFirst().succeed();
        assertEquals("A", answer.join());
    }

    @Test
    void shouldGroupWaitingRequestsUpToTheGroupSize() {
        RequestBatcher<String, String> batcher = batcher(3, 1, 10);
        List<CompletableFuture<String>> answers =
                List.of("a", "b", "c", "d", "e").stream().map(batcher::add).toList();

        groups.get(0).succeed();
        groups.get(1).succeed();
        groups.get(2).succeed();

        assertEquals(
                List.of(List.of("a"), List.of("b", "c", "d"), List.of("e")),
                groups.stream().map(Group::items).toList());
        assertEquals(
                List.of("A", "B", "C", "D", "E"),
                answers.stream().map(CompletableFuture::join).toList());
    }

    @Test
    void shouldRunAtMostTheAllowedNumberOfGroups() {
        RequestBatcher<String, String> batcher = batcher(10, 2, 10);
        List.of("a", "b", "c", "d").forEach(batcher::add);

        assertEquals(
                List.of(List.of("a"), List.of("b")),
                groups.stream().map(Group::items).toList());
        groups.get(1).succeed();
        assertEquals(List.of("c", "d"), groups.get(2).items());
    }

    @Test
    void shouldNotGroupTwoRequestsWithOneKey() {
        RequestBatcher<String, String> batcher = batcher(10, 1, 10);
        List.of("a", "key", "key", "b").forEach(batcher::add);

        groups.get(0).succeed();
        groups.get(1).succeed();

        assertEquals(List.of("key", "b"), groups.get(1).items());
        assertEquals(List.of("key"), groups.get(2).items());
    }

    @Test
    void shouldRefuseWhenTooManyRequestsWait() {
        RequestBatcher<String, String> batcher = batcher(10, 1, 2);
        List.of("a", "b", "c").forEach(batcher::add);

        assertThrows(RejectedExecutionException.class, () -> batcher.add("d"));
        groups.get(0).succeed();
        assertEquals(List.of("b", "c"), groups.get(1).items());
    }

    @Test
    void shouldFailOnlyTheFaultyRequest() {
        RequestBatcher<String, String> batcher = batcher(10, 1, 10);
        List<CompletableFuture<String>> answers =
                List.of("a", "b", "culprit", "c").stream().map(batcher::add).toList();
        groups.get(0).succeed();

        groups.get(1).outcome().completeExceptionally(new IllegalStateException("unforeseen"));
        groups.get(2).succeed();
        groups.get(3).outcome().completeExceptionally(new IllegalStateException("unforeseen"));
        groups.get(4).succeed();

        assertEquals("B", answers.get(1).join());
        assertEquals("C", answers.get(3).join());
        ExecutionException failure =
                assertThrows(ExecutionException.class, () -> answers.get(2).get());
        assertInstanceOf(IllegalStateException.class, failure.getCause());
    }

    @Test
    void shouldContinueAfterAGroupThatFailedToStart() throws Exception {
        RequestBatcher<String, String> batcher =
                new RequestBatcher<>(limits(10, 1, 10, Duration.ofMinutes(1)), item -> item, items -> {
                    if (groups.isEmpty()) {
                        begin(items);
                        throw new IllegalStateException("at once");
                    }
                    return begin(items);
                });

        assertTrue(batcher.add("a").isCompletedExceptionally());
        CompletableFuture<String> next = batcher.add("b");
        groups.get(1).succeed();
        assertEquals("B", next.get());
    }

    @Test
    void shouldTimeOutAndDropRequestsThatHaveNotStarted() throws Exception {
        RequestBatcher<String, String> batcher =
                new RequestBatcher<>(limits(10, 1, 10, Duration.ofMillis(50)), item -> item, this::begin);
        CompletableFuture<String> stuck = batcher.add("stuck");
        CompletableFuture<String> behind = batcher.add("behind");

        for (CompletableFuture<String> answer : List.of(stuck, behind)) {
            ExecutionException failure = assertThrows(ExecutionException.class, () -> answer.get(10, TimeUnit.SECONDS));
            assertInstanceOf(TimeoutException.class, failure.getCause());
        }
        assertFalse(groups.getFirst().outcome().isDone());
    }

    private RequestBatcher<String, String> batcher(int groupSize, int groups, int waitingMax) {
        return new RequestBatcher<>(
                limits(groupSize, groups, waitingMax, Duration.ofMinutes(1)), item -> item, this::begin);
    }

    private static RequestBatcher.Limits limits(int groupSize, int groups, int waitingMax, Duration patience) {
        return new RequestBatcher.Limits(groupSize, groups, waitingMax, patience);
    }

    private CompletableFuture<List<String>> begin(List<String> items) {
        groups.add(new Group(items, new CompletableFuture<>()));
        return groups.getLast().outcome();
    }
}
