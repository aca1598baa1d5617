package dev.lodestone.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private final List<String> sent = new ArrayList<>();
    private final CompletableFuture<String> first = new CompletableFuture<>();
    private final CompletableFuture<String> second = new CompletableFuture<>();

    @Test
    void shouldSendInOrderWithoutWaitingForAnswers() {
        // When
        CompletableFuture<Void> all =
                Pipeline.of(step("first", first), step("second", second)).subscribeAsCompletionStage();

        // Then
        assertThat(sent).isEqualTo(List.of("first", "second"));
        assertThat(all.isDone()).isFalse();
        first.complete("1");
        second.complete("2");
        all.join();
    }

    @Test
    void shouldFailWithTheFirstFailureWhenAllAreAnswered() {
        // Given
        IllegalStateException culprit = new IllegalStateException("a constraint");
        CompletableFuture<String> all = Pipeline.both(step("first", first), step("second", second), String::concat)
                .subscribeAsCompletionStage();

        // When
        first.completeExceptionally(culprit);

        // Then: no rollback while an answer is outstanding
        assertThat(all.isDone()).isFalse();
        second.completeExceptionally(new IllegalStateException("current transaction is aborted"));
        assertThatThrownBy(all::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isSameAs(culprit);
    }

    private Uni<String> step(String name, CompletableFuture<String> answer) {
        return Uni.createFrom().completionStage(() -> {
            sent.add(name);
            return answer;
        });
    }
}
