package dev.lodestone.tier.versions;

import static dev.lodestone.testkit.Api.json;
import static dev.lodestone.testkit.Api.race;
import static dev.lodestone.tier.TierSets.approve;
import static dev.lodestone.tier.TierSets.draft;
import static dev.lodestone.tier.TierSets.ladder;
import static dev.lodestone.tier.TierSets.publish;
import static dev.lodestone.tier.TierSets.rollBack;
import static dev.lodestone.tier.TierSets.versions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.lodestone.platform.security.Role;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.SettableClock;
import dev.lodestone.testkit.Tokens;
import dev.lodestone.tier.CautiousBrandProfile;
import dev.lodestone.tier.TierSetRows;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(CautiousBrandProfile.class)
class TierSetApprovalComponentTest {
    private static final String TARA = Tokens.of("tara", Role.TIER_SETS);
    private static final String TONY = Tokens.of("tony", Role.TIER_SETS);
    private static final int RACES = 10;
    private static final int AT_ONCE = 50;

    @Inject
    SettableClock clock;

    private Instant from = Instant.EPOCH;

    @BeforeEach
    void aDraft() {
        TierSetRows.restore();
        from = clock.instant().plus(Duration.ofDays(30));
        draft(TARA, 2, ladder(1_500, 6_000)).then().statusCode(200);
    }

    @AfterEach
    void restoreTheTierSet() {
        clock.reset();
        TierSetRows.restore();
    }

    @Test
    void T02_shouldPublishOnlyWhatASecondOperatorReadAndApproved() {
        String read = propose();
        approve(TARA, 2, read).then().statusCode(403).body("type", equalTo("/problems/second-operator-needed"));
        draft(TARA, 2, ladder(1, 2)).then().statusCode(200).body("status", equalTo("DRAFT"));
        approve(TONY, 2, read).then().statusCode(409).body("type", equalTo("/problems/tier-set-not-proposed"));

        String edited = propose();
        approve(TONY, 2, read)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/proposal-changed"))
                .body("contentHash", equalTo(edited));
        assertThat(versions(TONY).getString("[0].status")).isEqualTo("PROPOSED");
        for (int repeated = 0; repeated < 2; repeated++) {
            approve(TONY, 2, edited)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("PUBLISHED"))
                    .body("publication.proposedBy", equalTo("tara"))
                    .body("publication.publishedBy", equalTo("tony"));
        }
        approve(TONY, 2, read).then().statusCode(409);
    }

    @Test
    void T02_shouldEndAProposalWhenItWouldComeIntoForce() {
        // Given: within the lifetime of a proposal
        from = clock.instant().plus(Duration.ofDays(2));
        String hash = propose();
        assertThat(Instant.parse(versions(TONY).getString("[0].publication.expiresAt")))
                .isEqualTo(from);

        // When
        clock.set(from);

        // Then
        approve(TONY, 2, hash).then().statusCode(409).body("type", equalTo("/problems/proposal-expired"));
        publish(TARA, 2, from.minusSeconds(1))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/effective-time-past"));
        from = from.plus(Duration.ofDays(30));
        approve(TONY, 2, propose()).then().statusCode(200);
    }

    @Test
    void T02_shouldProposeARollback() {
        approve(TONY, 2, propose()).then().statusCode(200);

        rollBack(TARA, 3, 1, from).then().statusCode(200).body("status", equalTo("PROPOSED"));

        approve(TONY, 3, versions(TONY).getString("[0].publication.contentHash"))
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"));
    }

    @Test
    void T02_shouldNeverPublishAnEditThatRacesTheApproval() throws Exception {
        for (int race = 0; race < RACES; race++) {
            TierSetRows.restore();
            draft(TARA, 2, ladder(1_500, 6_000)).then().statusCode(200);
            String hash = propose();
            long before = published();
            List<Callable<Integer>> calls = new ArrayList<>();
            calls.add(() -> draft(TARA, 2, ladder(1, 2)).statusCode());
            for (int approver = 1; approver < AT_ONCE; approver++) {
                String token = Tokens.of("approver-" + approver, Role.TIER_SETS);
                calls.add(() -> approve(token, 2, hash).statusCode());
            }

            List<Integer> answers = race(calls);

            boolean isPublished = answers.getFirst() == 409;
            assertThat(answers.subList(1, AT_ONCE)).containsOnly(isPublished ? 200 : 409);
            assertThat(versions(TONY).getString("[0].status")).isEqualTo(isPublished ? "PUBLISHED" : "DRAFT");
            assertThat(published()).isEqualTo(before + (isPublished ? 1 : 0));
        }
    }

    private static long published() {
        return Database.number(
                "select count(*) from audit_entry where subject_kind = 'TIER_SET' and action = 'TIER_SET_PUBLISHED'");
    }

    /** Proposes the draft and returns the hash of its content. */
    private String propose() {
        return json(publish(TARA, 2, from).then().extract().response(), 200).getString("publication.contentHash");
    }
}
