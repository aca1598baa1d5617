package dev.lodestone.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.testkit.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Migrates a schema of its own, in which an older version has left rows. */
@QuarkusTest
class UpgradeComponentTest {
    private static final String SCHEMA = "upgrade";
    private static final String BEFORE_THE_RENAME = "202611280722";
    private static final String AFTER_THE_RENAME = "202611281001";

    @Inject
    Flyway flyway;

    private Connection owner;

    @BeforeEach
    void connect() throws SQLException {
        owner = Database.asOwner();
        execute("drop schema if exists " + SCHEMA + " cascade");
    }

    @AfterEach
    void dropSchema() throws SQLException {
        execute("drop schema if exists " + SCHEMA + " cascade");
        owner.close();
    }

    @Test
    void shouldRenameTheKindsOfPostingsThatExist() throws SQLException {
        // Given
        migrateTo(BEFORE_THE_RENAME);
        execute("set search_path to " + SCHEMA);
        posting(1, "EARNED", "ISSUED", "AVAILABLE");
        posting(2, "TAKEN_BACK", "AVAILABLE", "ISSUED");
        posting(3, "PENDING_TAKEN_BACK", "PENDING", "ISSUED");
        posting(4, "REOPENED", "EXPIRED", "AVAILABLE");

        // When
        migrateTo(AFTER_THE_RENAME);

        // Then
        assertThat(kinds()).containsExactly("EARNED", "CLAWED_BACK", "PENDING_CLAWED_BACK", "REINSTATED");
        assertThatThrownBy(() -> posting(5, "TAKEN_BACK", "AVAILABLE", "ISSUED"))
                .hasMessageContaining("posting_moves_as_its_kind");
        assertThatThrownBy(() -> execute("update posting set amount = 2"))
                .hasMessageContaining("postings never change");
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .target(version)
                .load()
                .migrate();
    }

    private void posting(int version, String kind, String from, String to) throws SQLException {
        execute("""
                insert into posting (member_id, asset, account_version, id, kind, from_account, to_account, amount, available_after,
                                     cause_id, cause_type, occurred_at)
                values ('00000000-0000-0000-0000-000000000001', 'POINTS', %d, gen_random_uuid(), '%s', '%s', '%s', 1, 1,
                        gen_random_uuid(), 'test', now())
                """.formatted(version, kind, from, to));
    }

    private List<String> kinds() throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("select kind from posting order by account_version")) {
            List<String> kinds = new ArrayList<>();
            while (rows.next()) {
                kinds.add(rows.getString(1));
            }
            return kinds;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
