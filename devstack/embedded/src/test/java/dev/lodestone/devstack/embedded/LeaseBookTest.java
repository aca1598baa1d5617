package dev.lodestone.devstack.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseBookTest {

    private static final Duration IDLE_MAX = Duration.ofSeconds(10);
    private static final long LATER = Duration.ofSeconds(60).toNanos();
    /** Above the largest process number that Linux gives. */
    private static final long DEAD = 1L << 40;

    private final LeaseBook leases = new LeaseBook(IDLE_MAX, 0);

    @Test
    void shouldWaitForItsFirstLease() {
        assertThat(leases.endWhenUnused(IDLE_MAX.toNanos())).isFalse();
    }

    @Test
    void shouldStayWhileALeaseIsOpenAlthoughItsOwnerDied() {
        leases.open(DEAD);

        assertThat(leases.endWhenUnused(LATER)).isFalse();
    }

    @Test
    void shouldStayBetweenTwoModulesWhileTheBuildLives() {
        leases.open(ProcessHandle.current().pid());
        leases.close(0);

        assertThat(leases.endWhenUnused(LATER)).isFalse();
    }

    @Test
    void shouldEndAndGiveNoMoreLeasesWhenTheBuildIsGone() {
        leases.open(DEAD);
        leases.close(0);

        assertThat(leases.endWhenUnused(LATER)).isFalse();
        assertThat(leases.endWhenUnused(LATER + LATER)).isTrue();
        assertThat(leases.open(DEAD)).isFalse();
    }
}
