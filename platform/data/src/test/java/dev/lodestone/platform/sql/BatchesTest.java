package dev.lodestone.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {
    @Test
    void shouldRepeatWhileThereIsMore() {
        Deque<Boolean> answers = new ArrayDeque<>(List.of(true, true, false, true));

        Batches.whileMore(() -> Uni.createFrom().item(answers::poll)).await().indefinitely();

        assertThat(answers).containsExactly(true);
    }

    @Test
    void shouldRepeatWhileBatchesAreFullAndCountAllRows() {
        Deque<Integer> rows = new ArrayDeque<>(List.of(10, 10, 3, 10));

        Integer all = Batches.whileFull(10, () -> Uni.createFrom().item(rows::poll))
                .await()
                .indefinitely();

        assertThat(all).isEqualTo(23);
        assertThat(rows).containsExactly(10);
    }

    @Test
    void shouldRunOnceWhenThereIsNothing() {
        Deque<Integer> rows = new ArrayDeque<>(List.of(0, 0));

        Integer all = Batches.whileFull(10, () -> Uni.createFrom().item(rows::poll))
                .await()
                .indefinitely();

        assertThat(all).isZero();
        assertThat(rows).hasSize(1);
    }

    @Test
    void shouldEndWithTheFirstFailure() {
        Deque<Boolean> answers = new ArrayDeque<>(List.of(true, true));
        Uni<Void> repeated = Batches.whileMore(() -> Uni.createFrom().item(() -> {
            answers.poll();
            throw new IllegalStateException("the database is away");
        }));

        assertThatThrownBy(() -> repeated.await().indefinitely()).hasMessage("the database is away");
        assertThat(answers).hasSize(1);
    }
}
