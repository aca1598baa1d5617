package dev.lodestone.devstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void shouldMoveEveryPortByOneOffset() {
        Ports moved = new Ports(1000);

        new Ports(0).byName().forEach((name, port) -> assertThat(moved.byName()).containsEntry(name, port + 1000));
        assertThat(moved.url(Service.GATEWAY)).isEqualTo("http://127.0.0.1:9080");
        assertThat(moved.byName().values()).doesNotHaveDuplicates();
    }

    @Test
    void shouldKeepTheManagementPortsApartFromThoseOfASuiteBesideIt() {
        Ports ports = new Ports(0);

        assertThat(ports.managementUrl(Service.GATEWAY)).isEqualTo("http://127.0.0.1:9040");
        for (int offset = 200; offset <= 2_000; offset += 100) {
            assertThat(new Ports(offset).byName().values()).doesNotContainAnyElementsOf(managementPorts(ports));
        }
    }

    @Test
    void shouldRefuseAnOffsetThatLeavesTheRangeOfPorts() {
        assertThatThrownBy(() -> new Ports(60_000)).isInstanceOf(LauncherException.class);
    }

    @Test
    void shouldNameThePortAndWhatToDoWhenItIsTaken() throws Exception {
        Ports ports = new Ports(23_000);
        try (ServerSocket taken = new ServerSocket(ports.kafka(), 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> Preflight.checkPorts(ports))
                    .isInstanceOf(LauncherException.class)
                    .hasMessageContaining(taken.getLocalPort() + " (Kafka)")
                    .hasMessageContaining("--port-offset");
        }
    }

    private static List<Integer> managementPorts(Ports ports) {
        return Arrays.stream(Service.values()).map(ports::management).toList();
    }

    @Test
    void shouldKnowAServiceByItsShortNameAndItsModule() {
        assertThat(Service.named("points")).isEqualTo(Service.POINTS);
        assertThat(Service.named("points-service")).isEqualTo(Service.POINTS);
        assertThatThrownBy(() -> Service.named("billing")).hasMessageContaining("points, tier, community");
    }
}
