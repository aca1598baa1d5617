package dev.lodestone.points.rewards.redemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

        assertThat(groups.getFirst().items()).isEqualTo(List.of("a"));
        groups.getFirst().succeed();
        assertThat(answer.join()).isEqualTo("A");
    }

    @Test
    void shouldGroupWaitingRequestsUpToTheGroupSize() {
        RequestBatcher<String, String> batcher = batcher(3, 1, 10);
        List<CompletableFuture<String>> answers =
                List.of("a", "b", "c", "d", "e").stream().map(batcher::add).toList();

        groups.get(0).succeed();
        groups.get(1).succeed();
        groups.get(2).succeed();

        assertThat(groups.stream().map(Group::items).toList())
                .isEqualTo(List.of(List.of("a"), List.of("b", "c", "d"), List.of("e")));
        assertThat(answers.stream().map(CompletableFuture::join).toList()).isEqualTo(List.of("A", "B", "C", "D", "E"));
    }

    @Test
    void shouldRunAtMostTheAllowedNumberOfGroups() {
        RequestBatcher<String, String> batcher = batcher(10, 2, 10);
        List.of("a", "b", "c", "d").forEach(batcher::add);

        assertThat(groups.stream().map(Group::items).toList()).isEqualTo(List.of(List.of("a"), List.of("b")));
        groups.get(1).succeed();
        assertThat(groups.get(2).items()).isEqualTo(List.of("c", "d"));
    }

    @Test
    void shouldNotGroupTwoRequestsWithOneKey() {
        RequestBatcher<String, String> batcher = batcher(10, 1, 10);
        List.of("a", "key", "key", "b").forEach(batcher::add);

        groups.get(0).succeed();
        groups.get(1).succeed();

        assertThat(groups.get(1).items()).isEqualTo(List.of("key", "b"));
        assertThat(groups.get(2).items()).isEqualTo(List.of("key"));
    }

    @Test
    void shouldRefuseWhenTooManyRequestsWait() {
        RequestBatcher<String, String> batcher = batcher(10, 1, 2);
        List.of("a", "b", "c").forEach(batcher::add);

        assertThatThrownBy(() -> batcher.add("d")).isInstanceOf(RejectedExecutionException.class);
        groups.get(0).succeed();
        assertThat(groups.get(1).items()).isEqualTo(List.of("b", "c"));
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

        assertThat(answers.get(1).join()).isEqualTo("B");
        assertThat(answers.get(3).join()).isEqualTo("C");
        assertThatThrownBy(() -> answers.get(2).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
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

        assertThat(batcher.add("a").isCompletedExceptionally()).isTrue();
        CompletableFuture<String> next = batcher.add("b");
        groups.get(1).succeed();
        assertThat(next.get()).isEqualTo("B");
    }

    @Test
    void shouldTimeOutAndDropRequestsThatHaveNotStarted() throws Exception {
        RequestBatcher<String, String> batcher =
                new RequestBatcher<>(limits(10, 1, 10, Duration.ofMillis(50)), item -> item, this::begin);
        CompletableFuture<String> stuck = batcher.add("stuck");
        CompletableFuture<String> behind = batcher.add("behind");

        for (CompletableFuture<String> answer : List.of(stuck, behind)) {
            assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
        }
        assertThat(groups.getFirst().outcome().isDone()).isFalse();
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
