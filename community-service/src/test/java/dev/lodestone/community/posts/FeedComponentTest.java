package dev.lodestone.community.posts;

import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestone.community.Api;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
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
    void aCircle() {
        circle = Api.circle();
        alice = Api.unique("alice");
        Api.join(alice, circle).statusCode(200);
    }

    @Test
    void C05_shouldShowEachPostOnceNewestFirstWhileOthersPublish() {
        List<String> before = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            before.addFirst(Api.published(alice, circle, "Post " + i).toString());
        }
        List<String> late = new ArrayList<>();

        List<String> seen = walk(
                "/circles/" + circle + "/posts",
                3,
                () -> late.add(Api.published(alice, circle, "Late").toString()));

        assertEquals(before, seen);
        assertEquals(9, late.size());
        List<String> again = walk("/circles/" + circle + "/posts", 100, () -> true);
        assertEquals(late.reversed(), again.subList(0, 9));
        assertEquals(before, again.subList(9, 34));
    }

    @Test
    void C05_shouldStayStableUnderAStormOfPosts() {
        for (int i = 0; i < 20; i++) {
            Api.published(alice, circle, "Before " + i);
        }
        List<String> before = walk("/circles/" + circle + "/posts", 100, () -> true);
        AtomicBoolean storm = new AtomicBoolean(true);
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String writer = Api.unique("writer");
            Api.join(writer, circle).statusCode(200);
            writers.add(CompletableFuture.runAsync(() -> {
                while (storm.get()) {
                    Api.published(writer, circle, "Storm");
                }
            }));
        }

        List<List<String>> walks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            walks.add(walk("/circles/" + circle + "/posts", 7, () -> true));
        }
        storm.set(false);
        writers.forEach(CompletableFuture::join);

        List<String> all = walk("/circles/" + circle + "/posts", 100, () -> true);
        for (List<String> seen : walks) {
            assertEquals(seen.size(), new HashSet<>(seen).size(), "nothing twice");
            assertTrue(seen.containsAll(before), "nothing skipped");
            assertEquals(all.subList(all.size() - seen.size(), all.size()), seen, "no gap where the walk began");
        }
    }

    @Test
    void shouldShowCommentsOldestFirstPageByPage() {
        UUID post = Api.published(alice, circle, "Talk");
        List<String> comments = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            comments.add(Api.comment(alice, post, "Comment " + i, Api.unique("key"))
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }

        assertEquals(comments, walk("/posts/" + post + "/comments", 2, () -> true));
    }

    @Test
    void shouldHaveNoNextOnTheLastPage() {
        Api.published(alice, circle, "One");
        Api.published(alice, circle, "Two");

        Api.page(alice, "/circles/" + circle + "/posts", null, 2)
                .statusCode(200)
                .body("next", nullValue());
    }

    @Test
    void shouldLetEveryMemberReadAnOpenCircle() {
        Api.published(alice, circle, "Open");

        assertFalse(walkAs(Api.unique("visitor"), "/circles/" + circle + "/posts", 20, () -> true)
                .isEmpty());
    }

    private List<String> walk(String path, int limit, BooleanSupplier betweenPages) {
        return walkAs(alice, path, limit, betweenPages);
    }

    private static List<String> walkAs(String subject, String path, int limit, BooleanSupplier betweenPages) {
        List<String> ids = new ArrayList<>();
        @Nullable String next = null;
        do {
            var page = Api.page(subject, path, next, limit).statusCode(200).extract();
            ids.addAll(page.path("items.id"));
            next = page.path("next");
            assertTrue(betweenPages.getAsBoolean());
        } while (next != null);
        return ids;
    }
}
