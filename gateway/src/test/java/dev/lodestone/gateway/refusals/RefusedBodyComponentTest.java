package dev.lodestone.gateway.refusals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lodestone.gateway.FakeServices;
import dev.lodestone.gateway.RawConnection;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a connection whose request was refused before its body had come. */
@QuarkusTest
@TestProfile(RefusedBodyComponentTest.OneIsHeld.class)
class RefusedBodyComponentTest {
    private static final String PATH = "/api/points/v1/echo";
    private static final String NO_TOKEN = "none";

    @Inject
    MeterRegistry meters;

    @Test
    void shouldServeTheNextRequestOnceTheRestOfTheBodyHasCome() throws IOException {
        try (RawConnection connection = new RawConnection()) {
            connection.begin(PATH, NO_TOKEN, 10);
            assertThat(connection.answer().status()).isEqualTo(401);

            connection.send("0123456789");
            connection.begin(PATH, NO_TOKEN, 0);

            assertThat(connection.answer().status()).isEqualTo(401);
        }
        assertThat(held()).isZero();
    }

    @Test
    void shouldHoldOnlySoManyConnectionsWhoseBodiesDoNotEndAndForAWhile() throws IOException {
        try (RawConnection first = new RawConnection();
                RawConnection second = new RawConnection()) {
            // Given
            first.begin(PATH, NO_TOKEN, 10);
            assertThat(first.answer().status()).isEqualTo(401);
            await().atMost(Duration.ofSeconds(20)).until(() -> held() == 1);

            // When
            second.begin(PATH, NO_TOKEN, 10);

            // Then
            assertThat(second.answer().status()).isEqualTo(401);
            assertThat(second.isClosedByTheGateway()).isTrue();
            assertThat(held()).isEqualTo(1);
            assertThat(first.isClosedByTheGateway()).isTrue();
            await().until(() -> held() == 0);
        }
    }

    private double held() {
        return meters.get("lodestone.gateway.refused.held").gauge().value();
    }

    public static class OneIsHeld implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("lodestone.gateway.refusals.hold", "10s", "lodestone.gateway.refusals.held-max", "1");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(FakeServices.class));
        }
    }
}
