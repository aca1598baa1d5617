package dev.lodestone.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientPermitsTest {
    private final ClientPermits permits = new ClientPermits(2);

    @Test
    void shouldLetAClientBeginOnlySoManyAtOnce() {
        assertThat(permits.tryAcquire("alice")).isTrue();
        assertThat(permits.tryAcquire("alice")).isTrue();
        assertThat(permits.tryAcquire("alice")).isFalse();
        assertThat(permits.tryAcquire("bob")).isTrue();

        permits.release("alice");

        assertThat(permits.tryAcquire("alice")).isTrue();
        assertThat(permits.tryAcquire("alice")).isFalse();
    }

    @Test
    void shouldForgetAClientThatHasNothingUnderWay() {
        permits.tryAcquire("alice");
        permits.tryAcquire("alice");

        permits.release("alice");
        permits.release("alice");

        assertThat(permits.clients()).isZero();
    }
}
