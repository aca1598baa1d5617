package dev.lodestone.community.circles;

import static dev.lodestone.community.CommunityApi.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.lodestone.community.CommunityApi;
import dev.lodestone.testkit.Api;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CircleComponentTest {
    @Test
    void C01_shouldLetMembersJoinACircle() {
        UUID circle = CommunityApi.circle();
        String alice = Api.unique("alice");

        CommunityApi.join(alice, circle)
                .statusCode(200)
                .body("circleId", equalTo(circle.toString()))
                .body("memberId", nullValue())
                .body("joinedAt", notNullValue());

        assertThat(membersOf(circle)).isOne();
    }

    @Test
    void C01_shouldAnswerTheSameMembershipWhenAMemberJoinsAgain() {
        UUID circle = CommunityApi.circle();
        String alice = Api.unique("alice");
        String first =
                CommunityApi.join(alice, circle).statusCode(200).extract().asString();

        String again =
                CommunityApi.join(alice, circle).statusCode(200).extract().asString();

        assertThat(again).isEqualTo(first);
        assertThat(membersOf(circle)).isOne();
    }

    @Test
    void C01_shouldCountEachMemberOnceWhenManyJoinAtTheSameTime() throws Exception {
        UUID circle = CommunityApi.circle();
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String subject = Api.unique("racer" + i / 2);
            calls.add(() -> CommunityApi.join(subject, circle).extract().statusCode());
            calls.add(() -> CommunityApi.join(subject, circle).extract().statusCode());
        }

        List<Integer> statuses = Api.race(calls);

        assertThat(statuses).hasSize(80).containsOnly(200);
        assertThat(membersOf(circle)).isEqualTo(40);
        assertThat(Database.number("select count(*) from circle_member where circle_id = ?", circle))
                .isEqualTo(40);
    }

    @Test
    void shouldAnswer404ForAnUnknownCircle() {
        CommunityApi.join("alice", UUID.randomUUID())
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/circle-unknown"));
        Api.member("alice")
                .post(ROOT + "/circles/no-uuid/members")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void shouldAnswerTheSameCircleWhenItIsCreatedAgain() {
        String code = Api.unique("tea");
        String first =
                CommunityApi.createCircle(code, "Tea").statusCode(201).extract().path("id");

        CommunityApi.createCircle(code, "Tea").statusCode(201).body("id", equalTo(first));
    }

    @Test
    void shouldCreateOneCircleWhenManyRequestsCreateItAtTheSameTime() throws Exception {
        String code = Api.unique("tea");
        Callable<String> call = () ->
                CommunityApi.createCircle(code, "Tea").statusCode(201).extract().path("id");

        List<String> ids = Api.race(Collections.nCopies(10, call));

        assertThat(ids).hasSize(10).containsOnly(ids.getFirst());
    }

    @Test
    void shouldRefuseACodeThatAnotherCircleHas() {
        String code = Api.unique("tea");
        CommunityApi.createCircle(code, "Tea").statusCode(201);

        CommunityApi.createCircle(code, "Coffee")
                .statusCode(409)
                .body("type", equalTo("/problems/circle-code-taken"))
                .body("detail", containsString("another code"));
    }

    @Test
    void shouldListEveryCircleOncePageByPage() {
        List<String> created = List.of(Api.unique("list"), Api.unique("list"), Api.unique("list"));
        created.forEach(code -> CommunityApi.createCircle(code, "Listed").statusCode(201));

        List<String> listed = new ArrayList<>();
        String next = null;
        do {
            var page = CommunityApi.page("alice", "/circles", next, 2)
                    .statusCode(200)
                    .extract();
            listed.addAll(page.path("items.code"));
            next = page.path("next");
        } while (next != null);

        assertThat(listed).doesNotHaveDuplicates().isSorted().containsAll(created);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "",
                "null",
                "[]",
                "{\"code\":",
                "{\"code\": \"Tea!\", \"name\": \"Tea\"}",
                "{\"code\": \"tea\", \"name\": \" \"}",
                "{\"code\": \"tea\", \"name\": \"\\u0000\"}",
                "{\"code\": \"tea\", \"name\": {}}"
            })
    void shouldRefuseAnInvalidCircle(String body) {
        Api.as(Tokens.operator())
                .body(body)
                .post(ROOT + "/circles")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"));
    }

    @Test
    void shouldRefuseInvalidPageParameters() {
        for (Map.Entry<String, String> parameter :
                Map.of("limit", "0", "after", "%%").entrySet()) {
            Api.member("alice")
                    .queryParam(parameter.getKey(), parameter.getValue())
                    .get(ROOT + "/circles")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-request"));
        }
        CommunityApi.page("alice", "/circles", null, 101).statusCode(400);
    }

    private long membersOf(UUID circle) {
        return Database.number("select members from circle where id = ?", circle);
    }
}
