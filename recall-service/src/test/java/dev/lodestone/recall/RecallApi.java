package dev.lodestone.recall;

import static dev.lodestone.testkit.Api.once;
import static dev.lodestone.testkit.Api.read;
import static org.awaitility.Awaitility.await;

import dev.lodestone.events.MemberId;
import dev.lodestone.testkit.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

/** The paths and bodies of the service's API, for {@link dev.lodestone.testkit.Api}. */
public final class RecallApi {
    private static final String BASE = "/api/recall/v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RecallApi() {}

    public static RequestSpecification asOperator() {
        return once(Tokens.operator());
    }

    public static JsonPath lifecycle(LocalDate asOf) {
        return read(Tokens.operator(), BASE + "/lifecycle?asOf=" + asOf);
    }

    public static ValidatableResponse profile(MemberId member) {
        return asOperator().get(BASE + "/members/" + member + "/profile").then();
    }

    /** Waits until the service has counted {@code orders} of the member. */
    public static void awaitOrders(MemberId member, int orders) {
        await("orders of " + member).atMost(PATIENCE).until(() -> countOrders(member), counted -> counted == orders);
    }

    private static int countOrders(MemberId member) {
        JsonPath profile = profile(member).extract().jsonPath();
        return profile.get("orders") == null ? -1 : profile.getInt("orders");
    }

    public static Map<String, Object> campaign(int holdOutPercent) {
        return Map.of(
                "name",
                "Come back",
                "subject",
                "{name}, {bonus} points wait for you",
                "body",
                "Dear {name},\n\nyour next order brings {bonus} points.",
                "bonusPoints",
                500,
                "validDays",
                14,
                "holdOutPercent",
                holdOutPercent);
    }

    public static String createCampaign(int holdOutPercent) {
        return asOperator()
                .body(campaign(holdOutPercent))
                .post(BASE + "/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    /** Runs the campaign and waits until the run is done. */
    public static JsonPath run(String campaignId, LocalDate asOf) {
        return awaitRun(campaignId, startRun(campaignId, asOf), "DONE");
    }

    /** Asks for a run and returns its id. */
    public static String startRun(String campaignId, LocalDate asOf) {
        return asOperator()
                .body(Map.of("asOf", asOf.toString()))
                .post(BASE + "/campaigns/" + campaignId + "/runs")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath()
                .getString("runId");
    }

    public static String runPath(String campaignId, String runId) {
        return BASE + "/campaigns/" + campaignId + "/runs/" + runId;
    }

    public static JsonPath runView(String campaignId, String runId) {
        return read(Tokens.operator(), runPath(campaignId, runId));
    }

    public static JsonPath awaitRun(String campaignId, String runId, String state) {
        return await("run " + runId)
                .atMost(PATIENCE)
                .until(() -> runView(campaignId, runId), run -> state.equals(run.getString("state")));
    }

    public static JsonPath report(String campaignId) {
        return read(Tokens.operator(), BASE + "/campaigns/" + campaignId);
    }

    public static void awaitReport(String campaignId, String figure, int expected) {
        await(figure + " of campaign " + campaignId)
                .atMost(PATIENCE)
                .until(() -> report(campaignId).getInt("report." + figure), value -> value == expected);
    }
}
