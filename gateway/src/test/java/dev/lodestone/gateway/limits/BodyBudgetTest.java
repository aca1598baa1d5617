package dev.lodestone.gateway.limits;

import static dev.lodestone.gateway.limits.BodyBudget.Outcome.CLIENT_EXHAUSTED;
import static dev.lodestone.gateway.limits.BodyBudget.Outcome.RESERVED;
import static dev.lodestone.gateway.limits.BodyBudget.Outcome.TOTAL_EXHAUSTED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyBudgetTest {
    private final BodyBudget budget = new BodyBudget(100, 250);

    @Test
    void shouldHoldEachClientToItsShareAndAllToTheTotal() {
        assertThat(budget.reserve("alice", 100)).isEqualTo(RESERVED);
        assertThat(budget.reserve("alice", 1)).isEqualTo(CLIENT_EXHAUSTED);
        assertThat(budget.reserve("bob", 100)).isEqualTo(RESERVED);
        assertThat(budget.reserve("carol", 51)).isEqualTo(TOTAL_EXHAUSTED);
        assertThat(budget.reserve("carol", 50)).isEqualTo(RESERVED);
        assertThat(budget.total()).isEqualTo(250);
    }

    @Test
    void shouldGiveBackWhatWasTaken() {
        budget.reserve("alice", 60);
        budget.reserve("alice", 40);

        budget.release("alice", 60);
        assertThat(budget.reserve("alice", 61)).isEqualTo(CLIENT_EXHAUSTED);
        assertThat(budget.reserve("alice", 60)).isEqualTo(RESERVED);
        budget.release("alice", 100);
        budget.release("bob", 0);

        assertThat(budget.total()).isZero();
    }
}
