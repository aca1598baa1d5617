package dev.lodestone.community.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import dev.lodestone.community.CommunityApi;
import dev.lodestone.testkit.Api;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedComponentTest {
    private UUID circle;
    private String alice;

    @BeforeEach
    void newCircle() {
        circle = CommunityApi.circle();
        alice = Api.unique("alice");
        CommunityApi.join(alice, circle).statusCode(200);
    }

    @Test
    void C05_shouldShowEachPostOnceNewestFirstWhileTheFeedGrows() {
        List<String> before = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            before.addFirst(CommunityApi.published(alice, circle, "Post " + i).toString());
        }
        List<String> late = new ArrayList<>();

        List<String> seen = walk(
                "/circles/" + circle + "/posts",
                3,
                () -> late.add(CommunityApi.published(alice, circle, "Late").toString()));

        assertThat(seen).isEqualTo(before);
        assertThat(late).hasSize(9);
        List<String> again = walk("/circles/" + circle + "/posts", 100, () -> true);
        assertThat(again.subList(0, 9)).isEqualTo(late.reversed());
        assertThat(again.subList(9, 34)).isEqualTo(before);
    }

    @Test
    void C05_shouldShowEachPostOnceWhileManyMembersPublish() {
        for (int i = 0; i < 20; i++) {
            CommunityApi.published(alice, circle, "Before " + i);
        }
        List<String> before = walk("/circles/" + circle + "/posts", 100, () -> true);
        AtomicBoolean publishing = new AtomicBoolean(true);
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String writer = Api.unique("writer");
            CommunityApi.join(writer, circle).statusCode(200);
            writers.add(CompletableFuture.runAsync(() -> {
                while (publishing.get()) {
                    CommunityApi.published(writer, circle, "Meanwhile");
                }
            }));
        }

        List<List<String>> walks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            walks.add(walk("/circles/" + circle + "/posts", 7, () -> true));
        }
        publishing.set(false);
        writers.forEach(CompletableFuture::join);

        List<String> all = walk("/circles/" + circle + "/posts", 100, () -> true);
        for (List<String> seen : walks) {
            assertThat(seen).as("no post twice").doesNotHaveDuplicates();
            assertThat(seen).as("no post skipped").containsAll(before);
            assertThat(seen)
                    .as("no gap where the walk began")
                    .isEqualTo(all.subList(all.size() - seen.size(), all.size()));
        }
    }

    @Test
    void shouldShowCommentsOldestFirstPageByPage() {
        UUID post = CommunityApi.published(alice, circle, "Talk");
        List<String> comments = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            comments.add(CommunityApi.comment(alice, post, "Comment " + i, Api.unique("key"))
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }

        assertThat(walk("/posts/" + post + "/comments", 2, () -> true)).isEqualTo(comments);
    }

    @Test
    void shouldHaveNoNextOnTheLastPage() {
        CommunityApi.published(alice, circle, "One");
        CommunityApi.published(alice, circle, "Two");

        CommunityApi.page(alice, "/circles/" + circle + "/posts", null, 2)
                .statusCode(200)
                .body("next", nullValue());
    }

    @Test
    void shouldLetEveryMemberReadAnOpenCircle() {
        CommunityApi.published(alice, circle, "Open");

        assertThat(walkAs(Api.unique("visitor"), "/circles/" + circle + "/posts", 20, () -> true))
                .isNotEmpty();
    }

    @Test
    void G08_shouldShowOperatorsThePostsOfOneMemberNewestFirst() {
        UUID otherCircle = CommunityApi.circle();
        CommunityApi.join(alice, otherCircle).statusCode(200);
        String visitor = Api.unique("visitor");
        CommunityApi.join(visitor, circle).statusCode(200);
        String first = CommunityApi.published(alice, circle, "First").toString();
        UUID removed = CommunityApi.published(alice, circle, "Removed");
        CommunityApi.published(visitor, circle, "Of another member");
        String last = CommunityApi.published(alice, otherCircle, "Last").toString();
        CommunityApi.remove(Tokens.moderator(), removed).statusCode(204);

        assertThat(postsOf(alice, "?limit=1").getList("items.id")).isEqualTo(List.of(last));
        String next = postsOf(alice, "?limit=1").getString("next");
        assertThat(postsOf(alice, "?limit=1&after=" + next).getList("items.id")).isEqualTo(List.of(first));
        assertThat(postsOf(alice, "").getList("items.id")).isEqualTo(List.of(last, first));
    }

    private static JsonPath postsOf(String subject, String query) {
        return Api.as(Tokens.operator())
                .get(CommunityApi.ROOT + "/members/" + Tokens.memberId(subject) + "/posts" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<String> walk(String path, int limit, BooleanSupplier betweenPages) {
        return walkAs(alice, path, limit, betweenPages);
    }

    private static List<String> walkAs(String subject, String path, int limit, BooleanSupplier betweenPages) {
        List<String> ids = new ArrayList<>();
        @Nullable String next = null;
        do {
            var page = CommunityApi.page(subject, path, next, limit)
                    .statusCode(200)
                    .extract();
            ids.addAll(page.path("items.id"));
            next = page.path("next");
            assertThat(betweenPages.getAsBoolean()).isTrue();
        } while (next != null);
        return ids;
    }
}
