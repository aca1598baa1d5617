package dev.lodestone.points.audit;

import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.points.PointsApi.putReward;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.platform.audit.AuditEntry;
import dev.lodestone.platform.audit.AuditService;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.testkit.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditComponentTest {
    private static final String ENTRIES = """
            select actor, action, state_before, state_after from audit_entry where subject_kind = ? and subject_id = ? order by tx, id
            """;

    @Inject
    AuditService audit;

    @Inject
    Transactions transactions;

    private final String code = "audited-" + Ids.next().toString().substring(24);

    @Test
    void shouldRecordThePublisherAndTheContentOfARule() {
        publishSpendRule(code, 1, 3, "CNY", "2035-01-01T00:00:00Z");

        List<List<Object>> entries = Database.rows(ENTRIES, "RULE", code + "/1");

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.subList(0, 2)).containsExactly("olivia", "RULE_PUBLISHED");
            assertThat(JsonPath.from((String) entry.get(2)).getString("status")).isEqualTo("DRAFT");
            JsonPath after = JsonPath.from((String) entry.get(3));
            assertThat(after.getString("effectiveFrom")).isEqualTo("2035-01-01T00:00:00Z");
            assertThat(after.getString("definition.award.kind")).isEqualTo("PER_AMOUNT");
        });
    }

    @Test
    void shouldRecordEachEditOfARewardOnce() {
        putReward(code, 10, null);
        putReward(code, 25, null);
        putReward(code, 25, null);

        List<List<Object>> entries = Database.rows(ENTRIES, "REWARD", code);

        assertThat(entries).hasSize(2);
        assertThat(entries.getFirst().get(2)).isNull();
        assertThat(JsonPath.from((String) entries.getLast().get(2)).getInt("cost"))
                .isEqualTo(10);
        assertThat(JsonPath.from((String) entries.getLast().get(3)).getInt("cost"))
                .isEqualTo(25);
    }

    @Test
    void shouldStoreAnEntryAndItsEffectOrNeither() {
        AuditEntry entry = new AuditEntry("olivia", "LIMIT_CHANGED", "LIMIT", code, null, Map.of("max", 5), "why");

        transactions.run(tx -> audit.record(tx, entry)).await().atMost(Duration.ofSeconds(10));
        assertThatThrownBy(() -> transactions
                        .run(tx ->
                                audit.record(tx, entry).onItem().failWith(() -> new IllegalStateException("roll back")))
                        .await()
                        .atMost(Duration.ofSeconds(10)))
                .hasMessage("roll back");

        assertThat(Database.rows(ENTRIES, "LIMIT", code)).hasSize(1);
    }
}
