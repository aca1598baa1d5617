package dev.lodestone.community.posts;

import static dev.lodestone.community.CommunityApi.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.lodestone.community.CommunityApi;
import dev.lodestone.events.Fact;
import dev.lodestone.events.Topic;
import dev.lodestone.events.community.PostCommented;
import dev.lodestone.events.community.PostPublished;
import dev.lodestone.testkit.Api;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PostComponentTest {
    private UUID circle;
    private String alice;
    private String bob;

    @BeforeEach
    void newCircleOfTwo() {
        circle = CommunityApi.circle();
        alice = Api.unique("alice");
        bob = Api.unique("bob");
        CommunityApi.join(alice, circle).statusCode(200);
        CommunityApi.join(bob, circle).statusCode(200);
    }

    @Test
    void C02_shouldPublishATextAndItsEvent() {
        CommunityApi.publish(alice, circle, "Hand-pulled, 手工拉面 🍜", Api.unique("key"))
                .statusCode(201)
                .body("circleId", equalTo(circle.toString()))
                .body("author.publicId", equalTo(CommunityApi.publicId(alice)))
                .body("text", equalTo("Hand-pulled, 手工拉面 🍜"))
                .body("comments", equalTo(0));

        UUID post = UUID.fromString(CommunityApi.page(bob, feed(), null, 20)
                .statusCode(200)
                .extract()
                .path("items[0].id"));
        assertThat(publishedBy(alice, 1)).containsExactly(new PostPublished(post, circle));
    }

    @Test
    void C02_shouldAcceptFiveThousandCharactersOfAnyNumberOfBytes() {
        CommunityApi.publish(alice, circle, "🍜".repeat(5000), Api.unique("key"))
                .statusCode(201);

        refused(CommunityApi.publish(alice, circle, "🍜".repeat(5001), Api.unique("key")), 400, "invalid-request");
        refused(CommunityApi.publish(alice, circle, "a".repeat(5001), Api.unique("key")), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "\u0000"})
    void C02_shouldRefuseATextWithoutContent(String text) {
        refused(CommunityApi.publish(alice, circle, text, Api.unique("key")), 400, "invalid-request")
                .body("detail", containsString("text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"text\": {}}", "{}", "{\"text\": \"\\ud83c\"}"})
    void C02_shouldRefuseAnInvalidBody(String body) {
        var answer = Api.member(alice)
                .header("Idempotency-Key", Api.unique("key"))
                .body(body)
                .post(ROOT + feed())
                .then();

        refused(answer, 400, "invalid-request");
        assertThat(Database.number("select posts from circle where id = ?", circle))
                .isZero();
    }

    @Test
    void shouldPublishOnceWhenTheSameKeyIsSentAgain() {
        String key = Api.unique("key");
        String first = CommunityApi.publish(alice, circle, "Once", key)
                .statusCode(201)
                .extract()
                .asString();

        String again = CommunityApi.publish(alice, circle, "Once", key)
                .statusCode(201)
                .header("Idempotency-Hit", "true")
                .extract()
                .asString();

        assertThat(again).isEqualTo(first);
        assertThat(Database.number("select posts from circle where id = ?", circle))
                .isOne();
        assertThat(publishedBy(alice, 1)).hasSize(1);
    }

    @Test
    void shouldRefuseTheSameKeyForAnotherText() {
        String key = Api.unique("key");
        CommunityApi.publish(alice, circle, "Once", key).statusCode(201);

        refused(CommunityApi.publish(alice, circle, "Twice", key), 422, "idempotency-key-reused");
    }

    @Test
    void shouldRefuseToPublishWithoutAKey() {
        var answer = Api.member(alice)
                .body("{\"text\": \"No key\"}")
                .post(ROOT + feed())
                .then();

        refused(answer, 400, "idempotency-key-missing");
    }

    @Test
    void C01_shouldRefuseAMemberWhoIsNotInTheCircle() {
        UUID post = CommunityApi.published(alice, circle, "For members");
        String outsider = Api.unique("outsider");

        refused(CommunityApi.publish(outsider, circle, "Hello", Api.unique("key")), 403, "not-in-circle");
        refused(CommunityApi.comment(outsider, post, "Hello", Api.unique("key")), 403, "not-in-circle");
    }

    @Test
    void shouldAnswer404ForUnknownCirclesAndPosts() {
        UUID unknown = UUID.randomUUID();

        refused(CommunityApi.publish(alice, unknown, "Hello", Api.unique("key")), 404, "circle-unknown");
        refused(CommunityApi.page(alice, "/circles/" + unknown + "/posts", null, 20), 404, "circle-unknown");
        refused(CommunityApi.comment(alice, unknown, "Hello", Api.unique("key")), 404, "post-unknown");
        refused(CommunityApi.page(alice, "/posts/" + unknown + "/comments", null, 20), 404, "post-unknown");
        refused(CommunityApi.remove(Tokens.moderator(), unknown), 404, "post-unknown");
    }

    @Test
    void shouldPublishACommentAndItsEvent() {
        UUID post = CommunityApi.published(alice, circle, "What do you think?");

        String id = CommunityApi.comment(bob, post, "Tasty", Api.unique("key"))
                .statusCode(201)
                .body("postId", equalTo(post.toString()))
                .extract()
                .path("id");

        CommunityApi.page(alice, "/posts/" + post + "/comments", null, 20)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].text", equalTo("Tasty"))
                .body("items[0].author.publicId", equalTo(CommunityApi.publicId(bob)));
        assertThat(publishedBy(bob, 1)).containsExactly(new PostCommented(UUID.fromString(id), post, circle));
    }

    @Test
    void C04_shouldCountEqualToARecountWhenManyWriteAtTheSameTime() throws Exception {
        List<UUID> posts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            posts.add(CommunityApi.published(i % 2 == 0 ? alice : bob, circle, "Post " + i));
        }
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            UUID post = posts.get(i % posts.size());
            String author = i % 3 == 0 ? alice : bob;
            String key = "c04-" + i / 2;
            calls.add(() -> CommunityApi.comment(author, post, "Comment", Api.unique(key))
                    .extract()
                    .statusCode());
            if (i % 10 == 0) {
                calls.add(() -> CommunityApi.publish(author, circle, "More", Api.unique(key))
                        .extract()
                        .statusCode());
            }
        }
        calls.add(() ->
                CommunityApi.remove(Tokens.moderator(), posts.get(0)).extract().statusCode());
        calls.add(() ->
                CommunityApi.remove(Tokens.member(bob), posts.get(1)).extract().statusCode());

        List<Integer> statuses = Api.race(calls);

        assertThat(statuses).isSubsetOf(201, 204, 404);
        assertThat(Database.number("""
                select count(*) from post
                where circle_id = ? and comments <> (select count(*) from comment where post_id = post.id)
                """, circle)).isZero();
        assertThat(Database.number("select posts from circle where id = ?", circle))
                .isEqualTo(Database.number(
                        "select count(*) from post where circle_id = ? and removed_at is null", circle));
        assertThat(Database.number("select posts from circle where id = ?", circle))
                .isEqualTo(10);
        long comments = Database.number(
                "select count(*) from comment join post on post.id = post_id where circle_id = ?", circle);
        assertThat(comments).isEqualTo(Collections.frequency(statuses, 201) - 6);
    }

    @Test
    void shouldHideAPostThatItsAuthorRemoved() {
        UUID post = CommunityApi.published(alice, circle, "Oops");
        CommunityApi.comment(bob, post, "Why?", Api.unique("key")).statusCode(201);

        CommunityApi.remove(Tokens.member(alice), post).statusCode(204);

        refused(CommunityApi.remove(Tokens.member(alice), post), 404, "post-unknown");
        refused(CommunityApi.comment(bob, post, "Hello?", Api.unique("key")), 404, "post-unknown");
        refused(CommunityApi.page(bob, "/posts/" + post + "/comments", null, 20), 404, "post-unknown");
        CommunityApi.page(bob, feed(), null, 20).statusCode(200).body("items", hasSize(0));
        assertThat(Database.number("select count(*) from post where id = ? and removed_by = ?", post, alice))
                .isOne();
    }

    @Test
    void shouldLetOnlyTheAuthorAndModeratorsRemove() {
        UUID post = CommunityApi.published(alice, circle, "Mine");

        refused(CommunityApi.remove(Tokens.member(bob), post), 403, "not-author");
        CommunityApi.page(bob, feed(), null, 20).body("items", hasSize(1));
        CommunityApi.remove(Tokens.moderator(), post).statusCode(204);
    }

    private String feed() {
        return "/circles/" + circle + "/posts";
    }

    private static List<Fact> publishedBy(String subject, int count) {
        return Kafka.awaitOf(Topic.COMMUNITY, Tokens.memberId(subject).toString(), count).stream()
                .<Fact>map(event -> event.fact())
                .toList();
    }

    private static ValidatableResponse refused(ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + slug));
    }
}
