package dev.lodestone.points.ledger.blocks;

import static dev.lodestone.points.PointsApi.grant;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.transactions.Transactions;
import dev.lodestone.points.VerifierScript;
import dev.lodestone.points.ledger.proof.StatementProof;
import dev.lodestone.points.ledger.sealingkeys.PrivateSealingKey;
import dev.lodestone.points.ledger.sealingkeys.SealingKeyProvider;
import dev.lodestone.points.ledger.sealingkeys.SealingKeys;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SealingComponentTest {
    private static final Path KEY_FILE = Path.of("target/sealing-key.pem");

    @TestHTTPResource(management = true)
    String management;

    @Inject
    SealingService sealing;

    @Inject
    SealingKeyProvider holder;

    @Inject
    Transactions transactions;

    @Inject
    SealedPostingRepository postings;

    private String subject;

    @BeforeEach
    void newMember() {
        subject = "sealed-" + Ids.next();
    }

    @Test
    void P30_shouldNotSealPostingsBehindAnOpenTransaction() throws Exception {
        try (Connection inFlight = Database.asService();
                Statement statement = inFlight.createStatement()) {
            // Given
            inFlight.setAutoCommit(false);
            statement.execute("select pg_current_xact_id()");
            grant(subject, "POINTS", 10);

            // When
            sealing.sealBatch(holder.keys().orElseThrow()).await().atMost(Duration.ofSeconds(10));

            // Then
            JsonPath proof = JsonPath.from(StatementProof.download(subject, ""));
            assertThat(proof.getList("postings").size()).isEqualTo(0);
            assertThat(proof.getInt("unsealed")).isEqualTo(1);
            inFlight.rollback();
        }
        StatementProof.awaitSealed(subject, 1);
    }

    @Test
    void P30_shouldSealPostingsInTheOrderOfTheirTransactionNumbers() {
        // Given
        String insert = """
                insert into posting (member_id, asset, account_version, id, kind, from_account, to_account, amount, available_after,
                                     cause_id, cause_type, occurred_at, tx)
                select gen_random_uuid(), 'POINTS', 1, gen_random_uuid(), 'GRANTED', 'ISSUED', 'AVAILABLE', 1, 1, gen_random_uuid(),
                       'adjustment', now(), tx::text::xid8
                from unnest(array[100, 20, 3]) as tx
                """;
        List<Long> order = new ArrayList<>();

        // When
        Uni<Void> rolledBack = transactions.run(tx -> tx.query(insert)
                .execute()
                .chain(() -> postings.finished(tx, SealedPosting.Place.START, 3))
                .invoke(found ->
                        found.forEach(posting -> order.add(posting.place().tx())))
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("roll back"))));
        assertThatThrownBy(() -> rolledBack.await().atMost(Duration.ofSeconds(10)))
                .isInstanceOf(IllegalStateException.class);

        // Then
        assertThat(order).isEqualTo(List.of(3L, 20L, 100L));
    }

    @Test
    void P30_shouldSealConsecutiveBlocksOfBoundedSize() {
        // Given
        for (int i = 0; i < 210; i++) {
            grant(subject, "POINTS", 1);
        }

        // When
        JsonPath proof = JsonPath.from(StatementProof.awaitSealed(subject, 210));

        // Then
        List<Integer> numbers = proof.getList("blocks.block.number");
        List<Integer> sizes = proof.getList("blocks.block.postings");
        assertThat(numbers).hasSizeGreaterThanOrEqualTo(3);
        assertThat(sizes).allMatch(size -> size >= 1 && size <= 100);
        await().untilAsserted(() -> seal().body("unsealed", equalTo(0)).body("oldestUnsealedAt", nullValue()));
    }

    @Test
    void P30_shouldContinueWithANewKeyThatTheOldOneVouchesForAndNeverReturn() throws Exception {
        // Given
        grant(subject, "POINTS", 1);
        String before = StatementProof.awaitSealed(subject, 1);
        String oldKey = JsonPath.from(before).getString("blocks[-1].block.keyId");
        String oldPem = Files.readString(KEY_FILE);
        String newPem = PrivateSealingKey.newPem();
        String newKey = PrivateSealingKey.ofPem(newPem).id().hex();

        // When
        Files.writeString(KEY_FILE, newPem);
        String after = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            // A run that began before sees the old key still, so one posting might not be enough.
                            grant(subject, "POINTS", 2);
                            return StatementProof.download(subject, "");
                        },
                        document -> newKey.equals(JsonPath.from(document).getString("blocks[-1].block.keyId")));

        // Then
        assertThat(JsonPath.from(after).getString("keys[-1].key.previousKeyId")).isEqualTo(oldKey);
        for (String trusted : List.of(oldKey, newKey)) {
            VerifierScript.Outcome outcome = VerifierScript.check(trusted, before, after);
            assertThat(outcome.status()).as(outcome.output()).isEqualTo(0);
        }
        seal().body("keys[-1].id", equalTo(newKey)).body("keys[-1].vouchedFor", equalTo(true));

        // And an old key that turns up again seals nothing
        Files.writeString(KEY_FILE, oldPem);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> seal().body("trouble", containsString("has been replaced by a newer one")));
        as("").get(management + "health/well").then().statusCode(503);
        as("").get(management + "health/ready").then().statusCode(200);
        Files.writeString(KEY_FILE, newPem);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> seal().body("trouble", nullValue()).body("unsealed", equalTo(0)));
    }

    @Test
    void P30_shouldSealEachPostingOnceWhenSeveralProcessesSeal() {
        // Given
        for (int i = 0; i < 30; i++) {
            grant(subject, "POINTS", 1);
        }
        SealingKeys keys = holder.keys().orElseThrow();

        // When
        Uni.join()
                .all(sealing.sealBatch(keys), sealing.sealBatch(keys), sealing.sealBatch(keys))
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(20));

        // Then
        JsonPath proof = JsonPath.from(StatementProof.awaitSealed(subject, 30));
        List<Integer> numbers = proof.getList("blocks.block.number");
        assertThat(numbers).isEqualTo(numbers.stream().distinct().sorted().toList());
        assertThat(proof.<String>getList("postings.posting.id").stream()
                        .distinct()
                        .count())
                .isEqualTo(30);
    }

    /** Also with a plan for any limit, and for a table of which the planner knows nothing yet. */
    @Test
    void P30_shouldFindTheOldestUnsealedPostingAlongTheIndex() throws Exception {
        String values = "'0', '00000000-0000-0000-0000-000000000000', '', 0, 100000";
        StringBuilder plan = new StringBuilder();
        try (Connection connection = Database.asService();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local plan_cache_mode = force_generic_plan");
            statement.execute(SealedPostingRepository.ALONG_THE_INDEX);
            String lag = SealedPostingRepository.LAG;
            statement.execute("prepare lag (text, uuid, text, bigint, int) as " + lag);
            try (ResultSet lines = statement.executeQuery("explain execute lag (" + values + ")")) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            statement.execute("deallocate lag");
            connection.rollback();
        }

        assertThat(plan.toString()).contains("Index Scan using posting_by_place");
        assertThat(plan.toString()).doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void P30_shouldShowTheNumberOfUnsealedPostings() {
        String meters = as("").get(management + "metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(meters).contains("lodestone_sealing_unsealed");
        assertThat(meters).contains("lodestone_sealing_lag_seconds");
    }

    private static ValidatableResponse seal() {
        return as(Tokens.operator()).get("/api/points/v1/ledger/seal").then().statusCode(200);
    }
}
