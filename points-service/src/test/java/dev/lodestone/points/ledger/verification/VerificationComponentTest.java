package dev.lodestone.points.ledger.verification;

import static dev.lodestone.points.PointsApi.grant;
import static dev.lodestone.points.PointsApi.putReward;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.ledger.proof.StatementProof;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** Runs before most other classes, as {@link AttackComponentTest} does. */
@QuarkusTest
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(Lifecycle.PER_CLASS)
class VerificationComponentTest {
    private String subject;
    private String member;
    private List<String> postings;

    /** One member for all tests, since each restores what it changed. */
    @BeforeEach
    void aMemberWithThreeSealedPostings() {
        if (member != null) {
            return;
        }
        subject = "watched-" + Ids.next();
        member = Tokens.memberId(subject).toString();
        List<String> granted = new ArrayList<>();
        for (long amount : List.of(500L, 41L, 9L)) {
            granted.add(grant(subject, "POINTS", amount));
            // Each in a block of its own.
            StatementProof.awaitSealed(subject, granted.size());
        }
        postings = List.copyOf(granted);
    }

    /** Runs last: it finds any damage that an earlier test did not restore. */
    @Test
    @Order(Integer.MAX_VALUE)
    void P30_shouldReportAnIntactLedgerAsIntact() {
        JsonPath result = Verifications.verify();

        assertThat(result.getList("items")).isEmpty();
        assertThat(result.getString("status")).isEqualTo("INTACT");
        assertThat(result.getLong("postings")).isGreaterThanOrEqualTo(3);
        assertThat(result.getLong("accounts")).isGreaterThanOrEqualTo(1);
        assertThat(result.getLong("blocksDone")).isEqualTo(result.getLong("blocks"));
    }

    @Test
    void P30_shouldNameAPostingWhoseAmountWasChanged() throws Exception {
        try (Tamperer tamperer = ofPostings()) {
            tamperer.does("update posting set amount = 42 where " + posting(2));

            JsonPath result = Verifications.verify();

            assertThat(result.getString("status")).isEqualTo("TAMPERED");
            assertThat(found(result))
                    .isEqualTo(Set.of(
                            "POSTING_CHANGED 2 " + postings.get(1),
                            "POSTING_DOES_NOT_ADD_UP 2 " + postings.get(1),
                            "ACCOUNT_DIFFERS 3 " + postings.get(2)));
        }
    }

    @Test
    void P30_shouldNameAPostingThatWasChangedAlongWithAllThatFollowsFromIt() throws Exception {
        try (Tamperer tamperer = ofPostings().keep("account", "member_id = '" + member + "'")) {
            tamperer.does("update posting set amount = case account_version when 2 then 42 else amount end,"
                    + " available_after = available_after + 1 where member_id = '" + member
                    + "' and account_version >= 2");
            tamperer.does("update account set credits = credits + 1 where member_id = '" + member + "'");

            assertThat(found(Verifications.verify()))
                    .isEqualTo(Set.of("POSTING_CHANGED 2 " + postings.get(1), "POSTING_CHANGED 3 " + postings.get(2)));
        }
    }

    @Test
    void P30_shouldNameAPostingThatWasDeleted() throws Exception {
        try (Tamperer tamperer = ofPostings()) {
            tamperer.does("delete from posting where " + posting(2));

            assertThat(found(Verifications.verify()))
                    .isEqualTo(Set.of(
                            "POSTING_MISSING 2 " + postings.get(1),
                            "POSTING_WITHOUT_PREDECESSOR 3 " + postings.get(2),
                            "ACCOUNT_DIFFERS 3 " + postings.get(2)));
        }
    }

    @Test
    void P30_shouldNameAPostingThatWasInserted() throws Exception {
        try (Tamperer tamperer = ofPostings()) {
            tamperer.does(
                    "insert into posting (member_id, asset, account_version, id, kind, from_account, to_account, amount,"
                            + " available_after, cause_id, cause_type, occurred_at, tx)"
                            + " select member_id, asset, 4, cause_id, kind, from_account, to_account, 1000, 1550, cause_id, cause_type,"
                            + " occurred_at, tx from posting where " + posting(1));

            JsonPath result = Verifications.verify();

            String inserted = result.getString("items.find { it.kind == 'POSTING_INSERTED' }.postingId");
            assertThat(found(result))
                    .isEqualTo(Set.of("POSTING_INSERTED 4 " + inserted, "ACCOUNT_DIFFERS 3 " + inserted));
        }
    }

    @Test
    void P30_shouldNameTwoPostingsThatWereSwapped() throws Exception {
        try (Tamperer tamperer = ofPostings()) {
            tamperer.does(
                    "update posting set id = other.id, cause_id = other.cause_id, posted_at = other.posted_at from posting as other"
                            + " where other.member_id = posting.member_id and other.asset = posting.asset"
                            + " and other.account_version = 3 - posting.account_version and posting.member_id = '"
                            + member + "'");

            assertThat(found(Verifications.verify()))
                    .isEqualTo(Set.of("POSTING_CHANGED 1 " + postings.get(1), "POSTING_CHANGED 2 " + postings.get(0)));
        }
    }

    @Test
    void P30_shouldNameAPostingThatWasMovedToAnotherTransaction() throws Exception {
        try (Tamperer tamperer = ofPostings()) {
            tamperer.does("update posting set tx = '3' where " + posting(2));

            assertThat(found(Verifications.verify()))
                    .isEqualTo(Set.of("POSTING_INSERTED 2 " + postings.get(1), "POSTING_CHANGED 2 " + postings.get(1)));
        }
    }

    @Test
    void P30_shouldNameABlockWhoseHeaderOrLeavesWereChanged() throws Exception {
        try (Tamperer tamperer = ofBlocks("number = 1")) {
            tamperer.does("update sealed_block set sealed_at = sealed_at - interval '1 day' where number = 1");
            assertThat(kinds(Verifications.verify())).isEqualTo(Set.of("BLOCK_CHANGED", "SIGNATURE_INVALID"));
        }
        try (Tamperer tamperer = ofBlocks("number = 1")) {
            tamperer.does(
                    "update sealed_block set leaves = set_byte(leaves, 70, 255 - get_byte(leaves, 70)) where number = 1");
            assertThat(kinds(Verifications.verify())).isEqualTo(Set.of("BLOCK_CHANGED"));
        }
        try (Tamperer tamperer = ofBlocks("number <= 2")) {
            tamperer.does("update sealed_block set hash = sha256('another') where number = 1");
            assertThat(kinds(Verifications.verify()))
                    .isEqualTo(Set.of("BLOCK_CHANGED", "CHAIN_BROKEN", "CHAIN_REPLACED"));
        }
    }

    @Test
    void P30_shouldNameAMissingBlock() throws Exception {
        try (Tamperer tamperer = ofBlocks("number = 1")) {
            tamperer.does("delete from sealed_block where number = 1");

            JsonPath result = Verifications.verify();

            assertThat(kinds(result)).isEqualTo(Set.of("BLOCK_MISSING", "CHAIN_BROKEN", "CHAIN_TRUNCATED"));
            assertThat(result.getInt("items.find { it.kind == 'BLOCK_MISSING' }.block"))
                    .isEqualTo(1);
        }
    }

    @Test
    void P30_shouldNameAnAccountThatDiffersFromItsPostings() throws Exception {
        try (Tamperer tamperer = ofAccounts()) {
            tamperer.does("update account set credits = credits + 100 where member_id = '" + member + "'");

            assertThat(found(Verifications.verify())).isEqualTo(Set.of("ACCOUNT_DIFFERS 3 " + postings.get(2)));
        }
    }

    @Test
    void P30_shouldStartOneVerificationForOneKey() {
        String key = Ids.next().toString();

        String first = as(Tokens.operator())
                .header("Idempotency-Key", key)
                .post(Verifications.PATH)
                .then()
                .statusCode(202)
                .body("status", equalTo("RUNNING"))
                .extract()
                .asString();
        String second = as(Tokens.operator())
                .header("Idempotency-Key", key)
                .post(Verifications.PATH)
                .then()
                .statusCode(202)
                .header("Idempotency-Hit", equalTo("true"))
                .extract()
                .asString();

        assertThat(second).isEqualTo(first);
        Verifications.awaitEnd(JsonPath.from(first).getString("id"));
    }

    @Test
    void G08_shouldListVerificationsTheNewestFirst() {
        String older = Verifications.verify().getString("id");
        String newer = Verifications.verify().getString("id");

        JsonPath first = list("?limit=1");
        assertThat(first.getList("items.id")).isEqualTo(List.of(newer));
        assertThat(first.getList("items[0].items")).isEmpty();
        assertThat(list("?limit=1&after=" + first.getString("next")).getList("items.id"))
                .isEqualTo(List.of(older));
    }

    @Test
    void G11_shouldNotFindAVerificationThatWasNotRequested() {
        as(Tokens.operator())
                .get(Verifications.PATH + "/" + Ids.next())
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/verification-unknown"));
    }

    /** Kind, account version and posting id of all findings about accounts and postings, which must be those of this test's member. */
    @Test
    void P30_shouldTakeTheEditThatCameLastForTheStateOfAReward() throws Exception {
        String code = "edited-twice-" + subject.substring(subject.length() - 12);
        putReward(code, 5, null);
        try (Connection late = Database.asService();
                Statement statement = late.createStatement()) {
            // Given: a transaction begins before an edit and edits after it.
            late.setAutoCommit(false);
            statement.execute("select pg_current_xact_id()");
            putReward(code, 6, null);
            statement.execute("update reward set cost = 7, version = version + 1 where code = '" + code + "'");
            statement.execute("""
                    insert into audit_entry (id, actor, action, subject_kind, subject_id, state_after)
                    select gen_random_uuid(), 'olivia', 'REWARD_CHANGED', 'REWARD', code,
                           json_build_object('code', code, 'name', name, 'cost', cost, 'version', version)::text
                    from reward where code = '%s'
                    """.formatted(code));
            late.commit();
        }

        // When
        JsonPath result = Verifications.verify();

        // Then
        assertThat(result.getList("items")).isEmpty();
    }

    private Set<String> found(JsonPath result) {
        List<Map<String, Object>> items = result.getList("items");
        return items.stream()
                .filter(item -> !item.get("kind").toString().startsWith("LOT"))
                .filter(item -> !item.get("kind").equals("PROGRAM_DIFFERS"))
                .peek(item -> assertThat(List.of(item.get("memberId"), item.get("asset")))
                        .isEqualTo(List.of(member, "POINTS")))
                .map(item -> item.get("kind") + " " + item.get("accountVersion") + " " + item.get("postingId"))
                .collect(Collectors.toSet());
    }

    private static Set<String> kinds(JsonPath result) {
        return Set.copyOf(result.<String>getList("items.kind"));
    }

    private Tamperer ofPostings() throws Exception {
        return new Tamperer().keep("posting", "member_id = '" + member + "'");
    }

    private Tamperer ofAccounts() throws Exception {
        return new Tamperer().keep("account", "member_id = '" + member + "'");
    }

    private static Tamperer ofBlocks(String rows) throws Exception {
        return new Tamperer().keep("sealed_block", rows);
    }

    private String posting(int version) {
        return "member_id = '" + member + "' and account_version = " + version;
    }

    private static JsonPath list(String query) {
        return as(Tokens.operator())
                .get(Verifications.PATH + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
