package dev.lodestone.points;

import static dev.lodestone.points.PointsApi.fixed;
import static dev.lodestone.points.PointsApi.post;
import static dev.lodestone.points.PointsApi.posting;
import static dev.lodestone.points.PointsApi.rule;
import static dev.lodestone.testkit.Api.as;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.lodestone.platform.ids.Ids;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No request brings a time into the ledger that the database can store only as an infinity. */
@QuarkusTest
class TimeBoundsComponentTest {
    private static final String FOREVER = "+999999999-12-31T23:59:59Z";
    private static final String BEFORE_ALL = "-999999999-01-01T00:00:00Z";
    private static final String AFTER_9999 = "9999-12-31T23:59:59-18:00";

    @ParameterizedTest
    @ValueSource(strings = {FOREVER, BEFORE_ALL, AFTER_9999})
    void attack16_shouldRefuseAGrantThatExpiresOutsideOfAllYears(String time) {
        Map<String, Object> grant = new HashMap<>(posting("ISSUED", "POINTS", "AVAILABLE", "POINTS", 1));
        grant.put("expiresAt", time);

        post("bounded-" + Ids.next(), "/postings", grant)
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("detail", startsWith("expiresAt must be a time such as "));
    }

    @ParameterizedTest
    @ValueSource(strings = {FOREVER, BEFORE_ALL, AFTER_9999})
    void attack16_shouldRefuseARuleThatStartsOutsideOfAllYears(String time) {
        String versions =
                "/api/points/v1/earning-rules/bounded-" + Ids.next().toString().substring(24) + "/versions";
        as(Tokens.operator())
                .body(rule("brand.order.completed.v1", fixed(1)))
                .put(versions + "/1")
                .then()
                .statusCode(200);

        as(Tokens.operator())
                .body(Map.of("effectiveFrom", time))
                .put(versions + "/1/publication")
                .then()
                .statusCode(400)
                .body("detail", startsWith("effectiveFrom must be a time such as "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"balance?at", "balance?bookedBy", "forecast?until", "statement?from", "statement?until"})
    void attack16_shouldRefuseAQuestionAboutATimeOutsideOfAllYears(String question) {
        for (String time : new String[] {FOREVER, BEFORE_ALL, AFTER_9999, "0000-12-31T00:00:00Z"}) {
            as(Tokens.member("bounded"))
                    .urlEncodingEnabled(false)
                    .get("/api/points/v1/me/" + question + "=" + URLEncoder.encode(time, StandardCharsets.UTF_8))
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo(question.substring(question.indexOf('?') + 1)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"infinity", "-infinity"})
    void attack16_shouldNotStoreALotThatCannotBeSealed(String time) {
        assertThatThrownBy(() -> Database.update(
                        "insert into lot (member_id, asset, id, amount, remaining, earned_at, expires_at)"
                                + " values (?, 'POINTS', ?, 1, 1, now(), ?::timestamptz)",
                        Ids.next(),
                        Ids.next(),
                        time))
                .hasStackTraceContaining("lot_times_in_range");
    }
}
