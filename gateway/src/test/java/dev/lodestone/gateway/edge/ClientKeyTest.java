package dev.lodestone.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;

class ClientKeyTest {
    @Test
    void shouldCountEachIpv4AddressByItself() {
        assertThat(of("192.0.2.2")).isNotEqualTo(of("192.0.2.1"));
    }

    @Test
    void shouldCountTheAddressesOfOneIpv6NetworkTogether() {
        assertThat(of("2001:db8:1:2:ffff::9")).isEqualTo(of("2001:db8:1:2::1"));
        assertThat(of("2001:db8:1:3::1")).isNotEqualTo(of("2001:db8:1:2::1"));
    }

    @Test
    void shouldCountRequestsWithoutAnAddressTogether() {
        assertThat(ClientKey.of((SocketAddress) null)).isEqualTo("address:unknown");
    }

    private static String of(String address) {
        return ClientKey.of(SocketAddress.inetSocketAddress(4711, address));
    }
}
