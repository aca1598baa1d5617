package dev.lodestone.devstack.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackLeaseTest {

    @TempDir
    Path folder;

    @Test
    void shouldShareOneDaemonWhoseTopicsGoWithTheLastLease() throws Exception {
        // Given
        String kafka;
        try (StackLease points = acquire("points_test");
                StackLease tier = acquire("tier_test")) {
            kafka = points.kafkaBootstrapServers();

            // When
            Records.send(points.kafkaBootstrapServers(), "orders", "shared");

            // Then
            assertThat(Records.read(tier.kafkaBootstrapServers(), "orders", 1)).containsExactly("shared");
            assertThat(tier.kafkaBootstrapServers()).isEqualTo(kafka);
            assertThat(connectedDatabase(points)).isEqualTo("points_test");
            assertThat(connectedDatabase(tier)).isEqualTo("tier_test");
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !Records.topicExists(kafka, "orders"));
        try (StackLease next = acquire("community_test")) {
            assertThat(next.kafkaBootstrapServers()).isEqualTo(kafka);
        }
    }

    private StackLease acquire(String database) throws Exception {
        return StackLease.acquire(folder, database, System.getProperty("java.class.path"));
    }

    private static String connectedDatabase(StackLease lease) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(lease.jdbcUrl(), EmbeddedPostgresql.USER, EmbeddedPostgresql.PASSWORD)) {
            return connection.getCatalog();
        }
    }
}
