package dev.lodestone.community;

import static dev.lodestone.testkit.Api.as;
import static dev.lodestone.testkit.Api.member;
import static dev.lodestone.testkit.Api.unique;

import dev.lodestone.testkit.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** The paths and bodies of the service's API, for {@link dev.lodestone.testkit.Api}. */
public final class CommunityApi {
    public static final String ROOT = "/api/community/v1";

    private CommunityApi() {}

    public static UUID circle() {
        String code = unique("noodles");
        String id =
                createCircle(code, "Noodle lovers").statusCode(201).extract().path("id");
        return UUID.fromString(id);
    }

    public static ValidatableResponse createCircle(String code, String name) {
        return as(Tokens.operator())
                .body(Map.of("code", code, "name", name))
                .post(ROOT + "/circles")
                .then();
    }

    public static ValidatableResponse join(String subject, UUID circle) {
        return member(subject).post(ROOT + "/circles/" + circle + "/members").then();
    }

    /** The public id under which others see the member. */
    public static String publicId(String subject) {
        return member(subject)
                .get(ROOT + "/me")
                .then()
                .statusCode(200)
                .extract()
                .path("publicId");
    }

    public static ValidatableResponse publish(String subject, UUID circle, String text, String key) {
        return member(subject)
                .header("Idempotency-Key", key)
                .body(Map.of("text", text))
                .post(ROOT + "/circles/" + circle + "/posts")
                .then();
    }

    public static UUID published(String subject, UUID circle, String text) {
        String id = publish(subject, circle, text, unique("key"))
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    public static ValidatableResponse comment(String subject, UUID post, String text, String key) {
        return member(subject)
                .header("Idempotency-Key", key)
                .body(Map.of("text", text))
                .post(ROOT + "/posts/" + post + "/comments")
                .then();
    }

    public static ValidatableResponse page(String subject, String path, String after, int limit) {
        RequestSpecification request = member(subject).queryParam("limit", limit);
        if (after != null) {
            request.queryParam("after", after);
        }
        return request.get(ROOT + path).then();
    }

    public static ValidatableResponse remove(String token, UUID post) {
        return as(token).delete(ROOT + "/posts/" + post).then();
    }

    public static Response checkIn(String subject) {
        return member(subject).post(ROOT + "/me/check-ins");
    }

    public static ValidatableResponse streak(String subject) {
        return member(subject).get(ROOT + "/me/check-ins").then();
    }
}
