package dev.lodestone.community.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.platform.retention.RetentionJob;
import dev.lodestone.testkit.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rows older than their retention are deleted in batches; newer rows stay. */
@QuarkusTest
class RetentionComponentTest {
    @Inject
    RetentionJob job;

    @Test
    void shouldDeleteOnlyOldRowsInSeveralBatches() throws SQLException {
        // Given
        execute("insert into inbox (event_id, received_at) select gen_random_uuid(), now() - interval '91 days'"
                + " from generate_series(1, 12001)");
        execute("insert into inbox (event_id, received_at) select gen_random_uuid(), now() - interval '89 days'"
                + " from generate_series(1, 10)");
        execute(
                "insert into idempotency_key (caller, key, request_hash, created_at)"
                        + " values ('retention', 'old', '\\x00', now() - interval '31 days'), ('retention', 'new', '\\x00', now())");
        deadLetter("a", "RESOLVED", 31);
        deadLetter("b", "RESOLVED", 29);
        deadLetter("c", "OPEN", 399);
        deadLetter("d", "OPEN", 401);

        // When
        job.run().await().atMost(Duration.ofSeconds(30));

        // Then
        assertThat(Database.number("select count(*) from inbox where received_at < now() - interval '90 days'"))
                .isZero();
        assertThat(Database.number("select count(*) from inbox where received_at < now() - interval '88 days'"))
                .isEqualTo(10);
        assertThat(Database.text("select string_agg(key, ',') from idempotency_key where caller = 'retention'"))
                .isEqualTo("new");
        assertThat(Database.text(
                        "select string_agg(detail, ',' order by detail) from dead_letter where reason = 'retention'"))
                .isEqualTo("b,c");
    }

    private void deadLetter(String name, String state, int daysAgo) throws SQLException {
        String at = "now() - interval '" + daysAgo + " days'";
        execute(
                "insert into dead_letter (id, fingerprint, topic, partition, record_offset, headers, reason, detail, owner, state,"
                        + " occurrences, first_at, last_at, state_at) values (gen_random_uuid(), sha256('" + name
                        + "'), 'members', 0, 0, '', 'retention', '" + name + "', 'SENDER', '" + state + "', 1, " + at
                        + ", " + at + ", "
                        + at + ")");
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = Database.asService()) {
            connection.createStatement().execute(statement);
        }
    }
}
