package dev.lodestone.gateway.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;

class ClientKeyTest {
    @Test
    void shouldCountEachIpv4AddressByItself() {
        assertNotEquals(of("192.0.2.1"), of("192.0.2.2"));
    }

    @Test
    void shouldCountTheAddressesOfOneIpv6NetworkTogether() {
        assertEquals(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assertNotEquals(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
    }

    @Test
    void shouldCountRequestsWithoutAnAddressTogether() {
        assertEquals("address:unknown", ClientKey.of((SocketAddress) null));
    }

    private static String of(String address) {
        return ClientKey.of(SocketAddress.inetSocketAddress(4711, address));
    }
}
