package dev.lodestone.community.members;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodestone.community.CommunityApi;
import dev.lodestone.events.MemberId;
import dev.lodestone.testkit.Api;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublicIdComponentTest {
    private static final int NUMBERS = 1_000;
    private static final int AUTHORS = 20;

    /** An attacker who knows how member ids are derived tries a thousand phone numbers against everything that members can read of each other. */
    @Test
    void shouldNotRevealTheMemberIdOfAPhoneNumber() {
        // Given
        UUID circle = CommunityApi.circle();
        List<String> answers = new ArrayList<>();
        UUID first = null;
        for (int i = 0; i < AUTHORS; i++) {
            String phone = phone(i * (NUMBERS / AUTHORS));
            answers.add(text(CommunityApi.join(phone, circle)));
            String post = CommunityApi.publish(phone, circle, "Hello", Api.unique("key"))
                    .extract()
                    .asString();
            UUID id = UUID.fromString(JsonPath.from(post).getString("id"));
            first = first == null ? id : first;
            answers.add(post);
            answers.add(text(CommunityApi.comment(phone, first, "Hello", Api.unique("key"))));
        }
        String reader = Api.unique("reader");
        answers.add(text(CommunityApi.page(reader, "/circles", null, 100)));
        answers.add(text(CommunityApi.page(reader, "/circles/" + circle + "/posts", null, 100)));
        answers.add(text(CommunityApi.page(reader, "/posts/" + first + "/comments", null, 100)));
        answers.add(text(CommunityApi.remove(Tokens.member(reader), first)));

        // When
        Set<String> ids = IntStream.range(0, NUMBERS)
                .mapToObj(PublicIdComponentTest::phone)
                .flatMap(phone -> Stream.of(
                        MemberId.of("phone:" + phone).toString(),
                        Tokens.memberId(phone).toString()))
                .collect(Collectors.toSet());

        // Then
        assertThat(ids).hasSize(2 * NUMBERS);
        assertThat(answers.get(answers.size() - 3)).contains("Hello");
        for (String answer : answers) {
            assertThat(found(ids, answer)).as(answer).isEmpty();
        }
    }

    @Test
    void shouldShowAMemberUnderOnePublicIdThatIsNotTheMemberId() {
        UUID circle = CommunityApi.circle();
        String alice = Api.unique("alice");
        CommunityApi.join(alice, circle);
        UUID post = CommunityApi.published(alice, circle, "Hello");
        CommunityApi.comment(alice, post, "Hello again", Api.unique("key"));

        String own = CommunityApi.publicId(alice);

        assertThat(own).isNotEqualTo(Tokens.memberId(alice).toString());
        assertThat(UUID.fromString(own).version()).isEqualTo(8);
        String reader = Api.unique("reader");
        assertThat(path(reader, "/circles/" + circle + "/posts")).isEqualTo(own);
        assertThat(path(reader, "/posts/" + post + "/comments")).isEqualTo(own);
        assertThat(CommunityApi.publicId(reader)).isNotEqualTo(own);
    }

    private static String path(String reader, String list) {
        return CommunityApi.page(reader, list, null, 20).extract().path("items[0].author.publicId");
    }

    private static Set<String> found(Set<String> ids, String answer) {
        return ids.stream().filter(answer.toLowerCase(Locale.ROOT)::contains).collect(Collectors.toSet());
    }

    private static String phone(int number) {
        return "1380013%04d".formatted(number);
    }

    private static String text(ValidatableResponse answer) {
        return answer.extract().asString();
    }
}
