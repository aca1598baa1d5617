package dev.lodestone.points.rewards.redemption;

import static dev.lodestone.points.PointsApi.balance;
import static dev.lodestone.points.PointsApi.grant;
import static dev.lodestone.points.PointsApi.putReward;
import static dev.lodestone.points.PointsApi.redeem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.points.CautiousBrandProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(CautiousBrandProfile.class)
class RedemptionOverloadComponentTest {
    @Test
    void P07_shouldAnswerUnavailableWhenTooManyRequestsWait() {
        String subject = "crowd-" + Ids.next();
        putReward("noodles", 100, null);
        grant(subject, "POINTS", 100);

        redeem(subject, "key-" + subject, "noodles")
                .statusCode(503)
                .header("Retry-After", equalTo("1"))
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unavailable"));
        assertThat(balance(subject)).isEqualTo(100);
    }
}
