package dev.lodestone.points.ledger.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.retention.RetentionJob;
import dev.lodestone.testkit.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Daily totals of actors and old proposals are deleted after their retention. */
@QuarkusTest
class RetentionComponentTest {
    @Inject
    RetentionJob job;

    @Test
    void shouldDeleteOldDaysOfActorsAndOldProposalsOnly() {
        // Given
        actorDay(402);
        actorDay(398);
        decided("old", 1_101);
        decided("kept", 1_099);
        expired("old-expired", 1_101);
        expired("kept-expired", 1_099);

        // When
        job.run().await().atMost(Duration.ofSeconds(30));

        // Then
        assertThat(Database.rows("select current_date - day from actor_day where actor = 'retention' order by 1"))
                .isEqualTo(List.of(List.of(398)));
        assertThat(
                        Database.rows(
                                "select reason from proposal where kind = 'RETENTION' and reason like any ('{old%,kept%}') order by 1"))
                .isEqualTo(List.of(List.of("kept"), List.of("kept-expired")));
    }

    @Test
    void shouldKeepProposalsForAYear() {
        decided("recent", 300);

        assertThatThrownBy(() -> Database.update("delete from proposal where reason = 'recent'"))
                .hasMessageContaining("a proposal never changes");
    }

    private void actorDay(int daysAgo) {
        Database.update(
                "insert into actor_day (actor, day, scope, asset, amount) values ('retention', current_date - ?, 'HOLDS', 'POINTS', 1)",
                daysAgo);
    }

    private void decided(String name, int daysAgo) {
        proposal(name, "REJECTED", "now() - make_interval(days => %d - 1)".formatted(daysAgo), daysAgo, true);
    }

    private void expired(String name, int daysAgo) {
        proposal(name, "OPEN", "now() - make_interval(days => %d)".formatted(daysAgo), daysAgo, false);
    }

    private void proposal(String name, String status, String expiresAt, int daysAgo, boolean decided) {
        String decidedAt = decided ? "now() - make_interval(days => %d)".formatted(daysAgo) : "null";
        Database.update(
                "insert into proposal (id, kind, content, content_hash, proposed_by, proposed_at, expires_at, status, decided_by,"
                        + " decided_at, reason) values (?, 'RETENTION', '{}', repeat('0', 64), 'anna', now() - interval '2000 days', "
                        + expiresAt + ", ?, ?, " + decidedAt + ", ?)",
                Ids.next(),
                status,
                decided ? "ben" : null,
                name);
    }
}
