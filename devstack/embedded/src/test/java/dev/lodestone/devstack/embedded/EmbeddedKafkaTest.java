package dev.lodestone.devstack.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    @TempDir
    Path folder;

    @Test
    void shouldCarryRecordsThroughAnUndeclaredTopicWithFourPartitions() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.open(folder, 0)) {
            // When
            Records.send(kafka.bootstrapServers(), "orders", "first");

            // Then
            assertThat(Records.read(kafka.bootstrapServers(), "orders", 1)).containsExactly("first");
            assertThat(Records.partitions(kafka.bootstrapServers(), "orders")).isEqualTo(4);
        }
    }

    @Test
    void shouldStillHoldItsRecordsWhenOpenedAgainOnTheSamePortAndFolder() throws Exception {
        // Given
        EmbeddedKafka before = EmbeddedKafka.open(folder, 0);
        Records.send(before.bootstrapServers(), "orders", "kept");
        before.close();

        // When
        try (EmbeddedKafka after = EmbeddedKafka.open(folder, before.port())) {
            Records.send(after.bootstrapServers(), "orders", "new");

            // Then
            assertThat(after.port()).isEqualTo(before.port());
            assertThat(Records.read(after.bootstrapServers(), "orders", 2)).containsExactlyInAnyOrder("kept", "new");
        }
    }
}
