package dev.lodestone.points.ledger.proposals;

import static dev.lodestone.points.PointsApi.balance;
import static dev.lodestone.points.PointsApi.grant;
import static dev.lodestone.points.PointsApi.imbalance;
import static dev.lodestone.points.PointsApi.posting;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.platform.security.Role;
import dev.lodestone.points.Races;
import dev.lodestone.points.Races.Answer;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.SettableClock;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clerk may move 1,000 in one request and 5,000 in a day; application.properties of the tests says so. */
@QuarkusTest
class ProposalComponentTest {
    private static final String PROPOSALS = "/api/points/v1/adjustments/proposals/";
    private static final long SINGLE = 1_000;
    private static final int RACES = 20;

    @Inject
    SettableClock clock;

    private String subject;
    private String name;
    private String clerk;
    private String supervisor;

    @BeforeEach
    void newMemberAndClerk() {
        subject = "proposed-" + Ids.next();
        name = "clerk-" + Ids.next();
        clerk = Tokens.of(name, Role.ADJUSTMENTS, Role.HOLDS, Role.MEMBERS_READ, "clerk");
        supervisor = Tokens.of("super-" + name, Role.ADJUSTMENTS);
    }

    @Test
    void shouldLetAClerkMoveUnitsWithinTheLimitAndProposeMore() {
        // When
        give(SINGLE).statusCode(201);
        String key = Ids.next().toString();
        ValidatableResponse first = ask(key, "/postings", giving(SINGLE + 1));

        // Then
        String id = first.statusCode(202)
                .body("status", equalTo("OPEN"))
                .body("kind", equalTo("POSTING"))
                .body("proposedBy", equalTo(name))
                .body("content.posting.amount", equalTo((int) SINGLE + 1))
                .extract()
                .jsonPath()
                .getString("id");
        assertThat(balance(subject)).isEqualTo(SINGLE);
        ask(key, "/postings", giving(SINGLE + 1)).statusCode(202).body("id", equalTo(id));
        as(supervisor)
                .get("/api/points/v1/adjustments/proposals?status=OPEN&limit=100")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.status", everyItem(equalTo("OPEN")));
    }

    @Test
    void shouldExecuteAnApprovedProposalOnceAndNameBothOperators() {
        // Given
        JsonObject proposal = proposed(2_500);

        // When, Then: the proposer cannot approve, and the hash must match
        approve(clerk, proposal).statusCode(403).body("type", equalTo("/problems/second-operator-needed"));
        approve(supervisor, proposal.copy().put("contentHash", "0".repeat(64)))
                .statusCode(409)
                .body("type", equalTo("/problems/proposal-changed"))
                .body("contentHash", equalTo(proposal.getString("contentHash")));
        assertThat(balance(subject)).isEqualTo(0);

        // When, Then
        approve(supervisor, proposal)
                .statusCode(200)
                .body("proposal.status", equalTo("APPROVED"))
                .body("proposal.decidedBy", equalTo("super-" + name))
                .body("result.amount", equalTo(2_500));
        approve(supervisor, proposal)
                .statusCode(409)
                .body("type", equalTo("/problems/proposal-decided"))
                .body("status", equalTo(409))
                .body("proposalStatus", equalTo("APPROVED"));
        assertThat(balance(subject)).isEqualTo(2_500);
        String both = name + ", approved by super-" + name;
        String posting = as(clerk)
                .get("/api/points/v1/members/" + Tokens.reference(subject) + "/statement")
                .then()
                .body("items[0].actor", equalTo(both))
                .extract()
                .jsonPath()
                .getString("items[0].postingId");
        as(clerk)
                .get("/api/points/v1/members/" + Tokens.reference(subject) + "/postings/" + posting + "/explanation")
                .then()
                .body("actor", equalTo(both));
        as(clerk)
                .get("/api/points/v1/members/" + Tokens.reference(subject) + "/statement.csv")
                .then()
                .body(containsString(both));

        // Then: the member sees none of the names
        String member = Tokens.member(subject);
        as(member).get("/api/points/v1/me/statement").then().body("items[0].actor", nullValue());
        as(member).get("/api/points/v1/me/statement.csv").then().body(not(containsString(name)));
        as(member)
                .get("/api/points/v1/me/postings/" + posting + "/explanation")
                .then()
                .statusCode(200)
                .body("actor", nullValue());
    }

    @Test
    void shouldNotExecuteRejectedOrExpiredProposals() {
        JsonObject rejected = proposed(1_001);
        reject(clerk, rejected).statusCode(403);
        reject(supervisor, rejected)
                .statusCode(200)
                .body("status", equalTo("REJECTED"))
                .body("reason", equalTo("not agreed"));
        approve(supervisor, rejected)
                .statusCode(409)
                .body("type", equalTo("/problems/proposal-decided"))
                .body("proposalStatus", equalTo("REJECTED"));

        JsonObject late = proposed(1_002);
        try {
            clock.forward(Duration.ofDays(7));
            approve(supervisor, late).statusCode(409).body("type", equalTo("/problems/proposal-expired"));
            as(supervisor).get(PROPOSALS + late.getString("id")).then().body("status", equalTo("EXPIRED"));
        } finally {
            clock.reset();
        }
        assertThat(balance(subject)).isEqualTo(0);
        as(supervisor)
                .get(PROPOSALS + Ids.next())
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/proposal-unknown"));
    }

    @Test
    void shouldNotExecuteAGrantWhosePointsWouldExpireAtOnce() {
        Map<String, Object> brief = new HashMap<>(giving(SINGLE + 1));
        brief.put("expiresAt", clock.instant().plus(Duration.ofHours(1)).toString());
        JsonObject proposal = new JsonObject(ask(Ids.next().toString(), "/postings", brief)
                .statusCode(202)
                .extract()
                .asString());
        try {
            clock.forward(Duration.ofHours(2));

            approve(supervisor, proposal)
                    .statusCode(409)
                    .body("type", equalTo("/problems/proposal-changed"))
                    .body("detail", containsString("expire at once"));
            reject(supervisor, proposal).statusCode(200);
        } finally {
            clock.reset();
        }
        assertThat(balance(subject)).isZero();
    }

    @Test
    void shouldLeaveAProposalOpenThatCannotBeExecutedYet() {
        // Given
        JsonObject taking = new JsonObject(
                ask(Ids.next().toString(), "/postings", posting("AVAILABLE", "POINTS", "ISSUED", "POINTS", 1_500))
                        .statusCode(409)
                        .extract()
                        .asString());
        assertThat(taking.getString("type")).isEqualTo("/problems/insufficient-points");
        grant(subject, "POINTS", 1_500);
        JsonObject proposal = new JsonObject(
                ask(Ids.next().toString(), "/postings", posting("AVAILABLE", "POINTS", "ISSUED", "POINTS", 1_500))
                        .statusCode(202)
                        .extract()
                        .asString());
        spend(1);

        // When, Then
        approve(supervisor, proposal).statusCode(409).body("type", equalTo("/problems/insufficient-points"));
        grant(subject, "POINTS", 1);
        approve(supervisor, proposal).statusCode(200);
        assertThat(balance(subject)).isEqualTo(0);
    }

    @Test
    void shouldRequireASecondOperatorForReversalsAndBindThemToTheAmount() {
        // Given
        String granted = grant(subject, "POINTS", 5_000);
        JsonObject proposal = reversal(granted);
        assertThat(proposal.getJsonObject("content").getLong("amount")).isEqualTo(5_000);
        spend(100);

        // When, Then
        approve(supervisor, proposal).statusCode(409).body("type", equalTo("/problems/proposal-changed"));
        assertThat(balance(subject)).isEqualTo(4_900);
        approve(supervisor, reversal(granted)).statusCode(200).body("result[0].amount", equalTo(4_900));
        assertThat(balance(subject)).isEqualTo(0);
        assertThat(imbalance()).isEqualTo(0);
    }

    @Test
    void shouldRequireASecondOperatorForALargeHold() {
        // Given
        grant(subject, "POINTS", 3_000);
        JsonObject proposal =
                new JsonObject(ask(Ids.next().toString(), "/holds", Map.of("amount", 2_000, "seconds", 600))
                        .statusCode(202)
                        .body("kind", equalTo("HOLD"))
                        .extract()
                        .asString());
        assertThat(balance(subject)).isEqualTo(3_000);

        // When, Then
        approve(supervisor, proposal).statusCode(200).body("result.status", equalTo("OPEN"));
        assertThat(balance(subject)).isEqualTo(1_000);
    }

    @Test
    void shouldExecuteOnceWhenTwoOperatorsApproveConcurrently() {
        for (int race = 0; race < RACES; race++) {
            JsonObject proposal = proposed(1_001);
            long before = balance(subject);
            List<Answer> answers = Races.atOnce(2, n -> () -> decide(n, proposal, "approval", Map.of()));
            Races.assertOneWins(answers, 200, 409);
            assertThat(balance(subject)).isEqualTo(before + 1_001);
        }
    }

    @Test
    void shouldDecideOnceWhenApprovalAndRejectionAreConcurrent() {
        for (int race = 0; race < RACES; race++) {
            JsonObject proposal = proposed(1_001);
            long before = balance(subject);
            List<Answer> answers = Races.atOnce(List.<Callable<Answer>>of(
                    () -> decide(0, proposal, "approval", Map.of()),
                    () -> decide(1, proposal, "rejection", Map.of("reason", "no"))));
            Races.assertOneWins(answers, 200, 409);
            assertThat(balance(subject)).isEqualTo(before + (answers.getFirst().status() == 200 ? 1_001 : 0));
        }
    }

    @Test
    void shouldNeverExceedTheDailyLimitWithFiftyConcurrentAdjustments() {
        // When: 50 × 150 where 5,000 are allowed
        List<Answer> answers = Races.atOnce(
                50,
                n -> () -> Races.post(
                        clerk,
                        "/api/points/v1/members/" + Tokens.reference(subject) + n % 5 + "/postings",
                        giving(150)));

        // Then
        List<Integer> statuses = answers.stream().map(Answer::status).toList();
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(33);
        assertThat(Collections.frequency(statuses, 202)).isEqualTo(17);
        assertThat(IntStream.range(0, 5).mapToLong(n -> balance(subject + n)).sum())
                .isEqualTo(33 * 150);

        // Then: the rest of the limit is available, and another asset has its own limit
        give(50).statusCode(201);
        give(1).statusCode(202);
        ask(Ids.next().toString(), "/postings", posting("ISSUED", "GROWTH", "AVAILABLE", "GROWTH", 1_000))
                .statusCode(201);
    }

    @Test
    void shouldRefuseToChangeAProposalInTheDatabase() {
        UUID id = UUID.fromString(proposed(1_001).getString("id"));
        for (String change : List.of(
                "update proposal set content = '{}' where id = ?",
                "update proposal set proposed_by = 'nobody' where id = ?",
                "delete from proposal where id = ?")) {
            assertThatThrownBy(() -> Database.update(change, id)).isInstanceOf(IllegalStateException.class);
        }
    }

    private ValidatableResponse give(long amount) {
        return ask(Ids.next().toString(), "/postings", giving(amount));
    }

    private static Map<String, Object> giving(long amount) {
        return posting("ISSUED", "POINTS", "AVAILABLE", "POINTS", amount);
    }

    private JsonObject proposed(long amount) {
        return new JsonObject(give(amount).statusCode(202).extract().asString());
    }

    private JsonObject reversal(String posting) {
        return new JsonObject(
                ask(Ids.next().toString(), "/postings/" + posting + "/reversal", Map.of("note", "wrong member"))
                        .statusCode(202)
                        .body("kind", equalTo("REVERSAL"))
                        .extract()
                        .asString());
    }

    private ValidatableResponse ask(String key, String path, Map<String, ?> body) {
        return as(clerk)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/points/v1/members/" + Tokens.reference(subject) + path)
                .then();
    }

    private void spend(long amount) {
        Races.post(
                        Tokens.operator(),
                        "/api/points/v1/members/" + Tokens.reference(subject) + "/postings",
                        posting("AVAILABLE", "POINTS", "ISSUED", "POINTS", amount))
                .json(201);
    }

    private static ValidatableResponse approve(String token, JsonObject proposal) {
        return as(token)
                .header("Idempotency-Key", Ids.next().toString())
                .body(Map.of("contentHash", proposal.getString("contentHash")))
                .post(PROPOSALS + proposal.getString("id") + "/approval")
                .then();
    }

    private static ValidatableResponse reject(String token, JsonObject proposal) {
        return as(token)
                .header("Idempotency-Key", Ids.next().toString())
                .body(Map.of("contentHash", proposal.getString("contentHash"), "reason", "not agreed"))
                .post(PROPOSALS + proposal.getString("id") + "/rejection")
                .then();
    }

    private static Answer decide(int decider, JsonObject proposal, String decision, Map<String, String> more) {
        Map<String, String> body = new HashMap<>(more);
        body.put("contentHash", proposal.getString("contentHash"));
        return Races.post(
                Tokens.of("decider-" + decider, Role.ADJUSTMENTS),
                PROPOSALS + proposal.getString("id") + "/" + decision,
                body);
    }
}
