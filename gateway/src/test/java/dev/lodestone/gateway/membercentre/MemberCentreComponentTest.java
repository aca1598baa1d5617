package dev.lodestone.gateway.membercentre;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import dev.lodestone.gateway.FakeServices;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class MemberCentreComponentTest {
    @Test
    void G02_shouldGatherEveryPartInOneCall() {
        me("alice")
                .body("member", equalTo(Tokens.memberId("alice").toString()))
                .body("points.from", equalTo("points"))
                .body("tier.from", equalTo("tier"))
                .body("community.from", equalTo("community"))
                .body("recall.from", equalTo("recall"))
                .body("degraded", empty());
    }

    @Test
    void G02_shouldPassEachServicesNumbersOnAsTheyAre() {
        String body = me("alice").extract().asString();

        assertThat(body)
                .as(body)
                .contains("\"points\":{\"from\":\"points\",\"balance\":9007199254740993,\"rate\":1.10}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"points", "tier", "community", "recall"})
    void G02_shouldAnswerWithoutAServiceThatIsSlow(String service) {
        me("slow-" + service + "-1")
                .time(lessThan(10_000L))
                .body(service, nullValue())
                .body("degraded", equalTo(List.of(Map.of("service", service, "reason", "timeout"))));
    }

    @ParameterizedTest
    @CsvSource({"broken,unavailable", "failing,failed", "garbage,failed", "refused,refused"})
    void G02_shouldSayWhyAPartIsMissing(String behaviour, String reason) {
        me(behaviour + "-tier-1")
                .body("points.from", equalTo("points"))
                .body("tier", nullValue())
                .body("degraded", equalTo(List.of(Map.of("service", "tier", "reason", reason))));
    }

    @Test
    void G02_shouldNotCallAServiceDegradedThatDoesNotKnowTheMemberYet() {
        me("unknown-tier-1").body("tier", nullValue()).body("degraded", empty());
    }

    @Test
    void G02_shouldRefuseATokenThatIsNoMembers() {
        given().auth()
                .oauth2(Tokens.operator())
                .get("/api/me")
                .then()
                .statusCode(403)
                .contentType(containsString("application/problem+json"));
    }

    private static ValidatableResponse me(String subject) {
        return given().auth()
                .oauth2(Tokens.member(subject))
                .get("/api/me")
                .then()
                .statusCode(200);
    }
}
