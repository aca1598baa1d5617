package dev.lodestone.points.ledger.verification;

import static dev.lodestone.points.PointsApi.grant;
import static dev.lodestone.points.PointsApi.post;
import static dev.lodestone.points.PointsApi.publishSpendRule;
import static dev.lodestone.points.PointsApi.putReward;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.ledger.blocks.Forger;
import dev.lodestone.points.ledger.hashing.Chain;
import dev.lodestone.points.ledger.proof.StatementProof;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Verification finds every change by an attacker who has all rights on the database but not the key. Runs before other classes: each case
 * verifies everything that is in the database by then.
 */
@QuarkusTest
@Order(1)
@TestInstance(Lifecycle.PER_CLASS)
class AttackComponentTest {
    @Inject
    Forger forger;

    @Inject
    MeterRegistry meters;

    private String subject;
    private String member;
    private String hold;

    /** One member for all attacks, since each restores what it changed. */
    @BeforeEach
    void aMemberWithSealedPostings() {
        if (member != null) {
            return;
        }
        subject = "robbed-" + Ids.next();
        member = Tokens.memberId(subject).toString();
        grant(subject, "POINTS", 500);
        grant(subject, "POINTS", 41);
        hold = post(subject, "/holds", Map.of("amount", 20, "seconds", 86_400))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        StatementProof.awaitSealed(subject, 3);
        awaitSealing();
    }

    @AfterEach
    void sealingContinuesWhenEverythingIsRestored() {
        awaitSealing();
    }

    @Test
    void attack01_shouldFindAnAmountThatWasRewritten() throws Exception {
        try (Tamperer tamperer = new Tamperer().keep("posting", ofMember())) {
            tamperer.does("update posting set amount = 42 where " + posting(2));

            assertThat(kindsFound()).contains("POSTING_CHANGED", "POSTING_DOES_NOT_ADD_UP");
        }
    }

    @Test
    void attack02_shouldFindAPostingThatWasRewrittenAndHashedAgain() throws Exception {
        // Given: a posting in the last block
        String newest = "robbed-" + Ids.next();
        String rows = "member_id = '" + Tokens.memberId(newest) + "'";
        grant(newest, "POINTS", 5);
        StatementProof.awaitSealed(newest, 1);

        try (Tamperer tamperer =
                new Tamperer().keep("posting", rows).keep("sealed_block", "number = " + forger.lastBlock())) {
            tamperer.does("update posting set note = 'another' where " + rows);
            forger.rehashLast(tamperer);

            assertThat(kindsFound()).contains("SIGNATURE_INVALID", "CHAIN_REPLACED");
        }
    }

    @Test
    void attack03_shouldFindAChainThatAForgedKeySigned() throws Exception {
        try (Tamperer tamperer = new Tamperer().keep("sealing_key", "true").keep("sealed_block", "true")) {
            forger.resign(tamperer);

            assertThat(kindsFound()).contains("KEY_UNTRUSTED", "CHAIN_REPLACED");
        }
    }

    @Test
    void attack04_shouldFindThatTheLastBlocksWereDeleted() throws Exception {
        try (Tamperer tamperer = new Tamperer().keep("sealed_block", "true")) {
            tamperer.does("delete from sealed_block where number >= " + forger.lastBlock());

            assertThat(kindsFound()).contains("CHAIN_TRUNCATED");
        }
    }

    @Test
    void attack05_shouldFindALedgerSealedAgainWithAForgedKey() throws Exception {
        try (Tamperer tamperer = new Tamperer().keep("sealing_key", "true").keep("sealed_block", "true")) {
            forger.resealAll(tamperer, 77);

            assertThat(kindsFound()).contains("KEY_UNTRUSTED", "CHAIN_REPLACED");
        }
    }

    @Test
    void attack06_shouldFindALedgerThatWasEmptied() throws Exception {
        List<String> tables = List.of(
                "posting",
                "account",
                "lot",
                "lot_movement",
                "hold",
                "hold_lot",
                "audit_entry",
                "sealed_block",
                "sealed_audit_block",
                "sealing_key");
        try (Tamperer tamperer = new Tamperer()) {
            for (String table : tables) {
                tamperer.keep(table, "true");
            }
            tamperer.does("truncate " + String.join(", ", tables));

            assertThat(kindsFound()).contains("CHAIN_TRUNCATED");
        }
    }

    @Test
    void attack07_shouldFindAPostingThatWasDeleted() throws Exception {
        try (Tamperer tamperer = new Tamperer().keep("posting", ofMember())) {
            tamperer.does("delete from posting where " + posting(2));

            assertThat(kindsFound()).contains("POSTING_MISSING", "POSTING_WITHOUT_PREDECESSOR");
        }
    }

    @Test
    void attack08_shouldFindAPostingThatWasInserted() throws Exception {
        try (Tamperer tamperer = new Tamperer().keep("posting", ofMember())) {
            tamperer.does(
                    "insert into posting (member_id, asset, account_version, id, kind, from_account, to_account, amount,"
                            + " available_after, held_after, cause_id, cause_type, occurred_at, tx)"
                            + " select member_id, asset, 4, cause_id, kind, from_account, to_account, 1000, 1521, 20, cause_id,"
                            + " cause_type, occurred_at, tx from posting where " + posting(1));

            assertThat(kindsFound()).contains("POSTING_INSERTED", "ACCOUNT_DIFFERS");
        }
    }

    @Test
    void attack09_shouldFindTwoLotsThatWereSwapped() throws Exception {
        try (Tamperer tamperer = new Tamperer().keep("lot", ofMember())) {
            tamperer.does(
                    "update lot set amount = 541 - lot.amount, remaining = 521 - lot.remaining, held = 20 - held where "
                            + ofMember());

            assertThat(kindsFound()).contains("POSTING_CHANGED", "LOT_DIFFERS");
        }
    }

    @Test
    void attack09_shouldFindTwoLotsWhoseExpiriesWereSwapped() throws Exception {
        try (Tamperer tamperer = new Tamperer().keep("lot", ofMember())) {
            tamperer.does("update lot set expires_at = timestamptz '2099-01-01' where amount = 41 and " + ofMember());

            assertThat(kindsFound()).containsExactly("POSTING_CHANGED");
        }
    }

    @Test
    void attack09_shouldFindASpendMovedToAnotherLot() throws Exception {
        try (Tamperer tamperer = new Tamperer().keep("lot", ofMember()).keep("lot_movement", ofMember())) {
            tamperer.does("update lot_movement set lot_id = (select id from lot where amount = 41 and " + ofMember()
                    + ") where account_version = 3 and " + ofMember());
            tamperer.does("update lot set remaining = amount - case amount when 41 then 20 else 0 end,"
                    + " held = case amount when 41 then 20 else 0 end where " + ofMember());

            assertThat(kindsFound()).containsExactly("POSTING_CHANGED");
        }
    }

    @Test
    void attack10_shouldFindALotWithMoreLeft() throws Exception {
        try (Tamperer tamperer = new Tamperer().keep("lot", ofMember())) {
            tamperer.does("update lot set amount = amount + 100, remaining = remaining + 100 where amount = 41 and "
                    + ofMember());

            assertThat(kindsFound()).contains("LOT_DIFFERS", "LOTS_DIFFER");
        }
    }

    @Test
    void attack11_shouldFindABalanceThatWasRaised() throws Exception {
        try (Tamperer tamperer = new Tamperer().keep("account", ofMember())) {
            tamperer.does("update account set credits = credits + 100 where " + ofMember());

            assertThat(kindsFound()).contains("ACCOUNT_DIFFERS", "LOTS_DIFFER");
        }
    }

    @Test
    void attack12_shouldFindARuleThatWasChangedAfterItsPublication() throws Exception {
        String code = "robbed-" + Ids.next().toString().substring(24);
        publishSpendRule(code, 1, 3, "CNY", "2035-01-01T00:00:00Z");
        try (Tamperer tamperer = new Tamperer().keep("earning_rule", "code = '" + code + "'")) {
            tamperer.does(
                    "update earning_rule set definition = replace(definition, '3', '9') where code = '" + code + "'");

            assertThat(kindsFound()).containsExactly("RULE_DIFFERS");
        }
    }

    @Test
    void attack12_shouldFindARewardWhosePriceWasChanged() throws Exception {
        String code = "robbed-" + Ids.next().toString().substring(24);
        putReward(code, 900, null);
        try (Tamperer tamperer = new Tamperer().keep("reward", "code = '" + code + "'")) {
            tamperer.does("update reward set cost = 9 where code = '" + code + "'");

            assertThat(kindsFound()).containsExactly("REWARD_DIFFERS");
        }
    }

    @Test
    void attack13_shouldFindAHoldThatWasDroppedOrChanged() throws Exception {
        try (Tamperer tamperer = new Tamperer().keep("hold", ofMember()).keep("hold_lot", ofMember())) {
            tamperer.does("update hold set expires_at = expires_at + interval '1 year' where " + ofMember());
            assertThat(kindsFound()).containsExactly("POSTING_CHANGED");

            tamperer.does("delete from hold where " + ofMember());
            assertThat(kindsFound()).contains("HOLD_DIFFERS", "HOLDS_DIFFER");
        }
    }

    @Test
    void attack14_shouldFindAnActorThatWasChanged() throws Exception {
        try (Tamperer tamperer = new Tamperer().keep("posting", ofMember())) {
            tamperer.does("update posting set actor = 'nobody' where " + posting(1));

            assertThat(kindsFound()).containsExactly("POSTING_CHANGED");
        }
    }

    @Test
    void attack15_shouldFindAnAuditEntryThatWasChangedOrDeleted() throws Exception {
        String code = "robbed-" + Ids.next().toString().substring(24);
        putReward(code, 900, null);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !Database.rows(
                                "select number from sealed_audit_block where last_tx >= (select tx from audit_entry"
                                        + " where subject_id = ?)",
                                code)
                        .isEmpty());
        try (Tamperer tamperer = new Tamperer().keep("audit_entry", "subject_id = '" + code + "'")) {
            tamperer.does("update audit_entry set actor = 'nobody' where subject_id = '" + code + "'");
            assertThat(kindsFound()).containsExactly("ENTRY_CHANGED");

            tamperer.does("delete from audit_entry where subject_id = '" + code + "'");
            assertThat(kindsFound()).contains("ENTRY_MISSING", "REWARD_DIFFERS");
        }
    }

    @Test
    void attack17_shouldNotCallALedgerIntactWhoseNewestRowsAreNotSealed() throws Exception {
        // Given: a transaction that stays open holds sealing back, and a posting has waited for an hour
        String waiting = "waiting-" + Ids.next();
        String rows = "member_id = '" + Tokens.memberId(waiting) + "'";
        double alarms = alarms("sealing-late");
        try (Tamperer stalled = new Tamperer()) {
            stalled.does("begin");
            stalled.does("select pg_current_xact_id()");
            grant(waiting, "POINTS", 10);
            try (Tamperer tamperer = new Tamperer().keep("posting", rows)) {
                tamperer.does("update posting set posted_at = posted_at - interval '1 hour' where " + rows);

                // When
                JsonPath result = Verifications.verify();

                // Then
                assertThat(result.getString("status")).isEqualTo("UNSEALED");
                assertThat(result.getLong("findings")).isZero();
                assertThat(result.<String>getList("items.kind")).containsExactly("UNSEALED");
                assertThat(result.getString("items[0].detail")).contains("1 postings are not sealed");
                await().atMost(Duration.ofSeconds(20)).until(() -> alarms("sealing-late") > alarms);
            }
            stalled.does("rollback");
        }
        awaitSealing();
        assertThat(Verifications.verify().getString("status")).isEqualTo("INTACT");
    }

    @Test
    void attack17_shouldRaiseAnAlarmWhenSealingFails() throws Exception {
        double alarms = alarms("sealing-failed");
        try (Tamperer tamperer = new Tamperer()) {
            tamperer.does("alter table sealed_audit_block rename to sealed_audit_block_away");
            try {
                await().atMost(Duration.ofSeconds(20)).until(() -> alarms("sealing-failed") > alarms);
            } finally {
                tamperer.does("alter table sealed_audit_block_away rename to sealed_audit_block");
            }
        }
    }

    @Test
    void attack18_shouldFindALotThatSaysItWasClawedBack() throws Exception {
        try (Tamperer tamperer = new Tamperer().keep("lot", ofMember())) {
            tamperer.does("update lot set clawed_back = amount where amount = 41 and " + ofMember());

            assertThat(kindsFound()).containsExactly("LOT_DIFFERS");
        }
    }

    @Test
    void attack18_shouldFindALotWithAnotherCause() throws Exception {
        try (Tamperer tamperer = new Tamperer().keep("lot", ofMember())) {
            tamperer.does("update lot set cause_type = 'another' where amount = 41 and " + ofMember());

            assertThat(kindsFound()).containsExactly("LOT_DIFFERS");
        }
    }

    @Test
    void attack19_shouldFindAnAccountWhoseTotalsWereBothRaised() throws Exception {
        try (Tamperer tamperer = new Tamperer().keep("account", ofMember())) {
            tamperer.does("update account set credits = credits + 5, debits = debits + 5 where " + ofMember());

            assertThat(kindsFound()).containsExactly("ACCOUNT_DIFFERS");
        }
    }

    @Test
    void attack19_shouldFindAFloorThatWasLowered() throws Exception {
        try (Tamperer tamperer = new Tamperer().keep("account", ofMember())) {
            tamperer.does("update account set floor = -100000 where " + ofMember());

            assertThat(kindsFound()).containsExactly("ACCOUNT_DIFFERS");
        }
    }

    @Test
    void attack20_shouldFindAnAccountOfTheBrandThatWasChanged() throws Exception {
        String row = "program = 'ISSUED' and asset = 'POINTS' and shard ="
                + " (select min(shard) from program_account where program = 'ISSUED' and asset = 'POINTS')";
        try (Tamperer tamperer = new Tamperer()) {
            tamperer.does("update program_account set credits = credits + 7 where " + row);
            try {
                JsonPath result = Verifications.verify();

                assertThat(result.<String>getList("items.kind")).containsExactly("PROGRAM_DIFFERS");
                assertThat(result.getString("items[0].detail"))
                        .isEqualTo("ISSUED:POINTS: its debits exceed those of its postings by 0, its credits by 7");
            } finally {
                tamperer.does("update program_account set credits = credits - 7 where " + row);
            }
        }
        assertThat(Verifications.verify().getString("status")).isEqualTo("INTACT");
    }

    @Test
    void attack21_shouldIgnoreARecordOnTheTopicOfHeadsThatNoTrustedKeySigned() {
        Kafka.sendRaw(Chain.POSTINGS.topic(), "POSTINGS", "junk".getBytes(StandardCharsets.UTF_8));

        JsonPath result = Verifications.verify();

        assertThat(result.getString("status")).isEqualTo("INTACT");
        assertThat(result.getLong("headsIgnored")).isPositive();
    }

    @Test
    void shouldEndAsFailedWhenItCannotContinue() throws Exception {
        try (Tamperer tamperer = new Tamperer()) {
            tamperer.does("alter table hold_lot rename to hold_lot_away");
            try {
                JsonPath result = Verifications.verify();

                assertThat(result.getString("status")).isEqualTo("FAILED");
                assertThat(result.getString("failure"))
                        .startsWith("ACCOUNTS at its beginning: ")
                        .contains("hold_lot");
            } finally {
                tamperer.does("alter table hold_lot_away rename to hold_lot");
            }
        }
    }

    @Test
    void shouldStopSealingAfterARestoreUntilAnOperatorResumesIt() throws Exception {
        // Given: the database as it was before its last block, as in a backup from that time
        long last = forger.lastBlock();
        try (Tamperer tamperer = new Tamperer()) {
            tamperer.does("delete from sealed_block where number = " + last);
        }

        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(seal().getString("state")).isEqualTo("STOPPED"));
        assertThat(seal().getString("trouble")).contains("knows block " + last + " of POSTINGS", "older backup");

        // When
        as(Tokens.of("ada", "admin"))
                .header("Idempotency-Key", Ids.next().toString())
                .contentType("application/json")
                .body(Map.of("reason", "restored the backup of noon"))
                .post("/api/points/v1/ledger/seal/resumption")
                .then()
                .statusCode(200);

        // Then
        awaitSealing();
        assertThat(forger.lastBlock()).isGreaterThanOrEqualTo(last);
        JsonPath result = Verifications.verify();
        assertThat(result.getList("items")).isEmpty();
        assertThat(result.getString("status")).isEqualTo("INTACT");
    }

    @Test
    void shouldRefuseToResumeSealingThatHasNotStopped() {
        as(Tokens.of("ada", "admin"))
                .header("Idempotency-Key", Ids.next().toString())
                .contentType("application/json")
                .body(Map.of("reason", "why not"))
                .post("/api/points/v1/ledger/seal/resumption")
                .then()
                .statusCode(409);
    }

    private static List<String> kindsFound() {
        JsonPath result = Verifications.verify();
        assertThat(result.getString("status")).isEqualTo("TAMPERED");
        return result.<String>getList("items.kind").stream().distinct().toList();
    }

    private double alarms(String kind) {
        return meters.counter("lodestone.alarms", "kind", kind).count();
    }

    private static void awaitSealing() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(seal().getString("state")).isEqualTo("SEALING");
            assertThat(seal().getInt("unsealed")).isZero();
        });
    }

    private static JsonPath seal() {
        return as(Tokens.operator())
                .get("/api/points/v1/ledger/seal")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String ofMember() {
        return "member_id = '" + member + "'";
    }

    private String posting(int version) {
        return ofMember() + " and account_version = " + version;
    }
}
