package dev.lodestone.tier.membership;

import static dev.lodestone.testkit.Api.as;
import static dev.lodestone.tier.TierApi.awaitEnrolled;
import static dev.lodestone.tier.TierApi.awaitGrowth;
import static dev.lodestone.tier.TierApi.me;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.from;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.lodestone.events.EventType;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Topic;
import dev.lodestone.events.members.MemberRegistered;
import dev.lodestone.events.tiers.MemberEnrolled;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.platform.ids.Ids;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import dev.lodestone.tier.Events;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EnrolmentComponentTest {
    private String subject;
    private MemberId member;

    @BeforeEach
    void newMember() {
        subject = "newcomer-" + Ids.next();
        member = Tokens.memberId(subject);
    }

    @Test
    void T01_shouldEnrolOnceWhenARegistrationIsDeliveredTenTimes() {
        // Given
        Event<MemberRegistered> registration = Events.memberRegistered(member);

        // When
        Kafka.send(Topic.MEMBERS, Collections.nCopies(10, registration));
        Kafka.send(Topic.MEMBERS, Events.memberRegistered(member));
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "after", 100));

        // Then
        awaitGrowth(subject, 1);
        assertThat(enrolments())
                .singleElement()
                .returns(Events.NOON, from(Event::occurredAt))
                .returns(registration.id(), from(Event::causationId))
                .returns(new MemberEnrolled(me(subject).getString("membershipNumber"), "BASIC"), from(Event::fact));
    }

    @Test
    void T01_shouldFindTheMemberOfACard() {
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "card", 100));
        awaitEnrolled(subject);
        String number = me(subject).getString("membershipNumber");

        assertThat(numbered(number).statusCode()).isEqualTo(200);
        assertThat(numbered(number).jsonPath().getString("memberId")).isEqualTo(member.toString());
        assertThat(numbered("L9999999999").statusCode()).as("not issued").isEqualTo(404);
        assertThat(numbered("L9999999990").statusCode()).as("mistyped").isEqualTo(400);
    }

    @Test
    void T01_shouldKeepTheNumberWhenTheOrderComesBeforeTheRegistration() {
        // Given
        Kafka.send(Topic.ORDERS, Events.orderCompleted(member, "first", 10_000));
        awaitGrowth(subject, 100);
        String number = me(subject).getString("membershipNumber");

        // When
        Instant earlier = Events.NOON.minusSeconds(86_400);
        Kafka.send(Topic.MEMBERS, Events.at(earlier, Events.memberRegistered(member)));
        Kafka.send(Topic.POINTS, Events.pointsEarned(member, 5, EventType.CHECKED_IN));

        // Then
        awaitGrowth(subject, 105);
        assertThat(me(subject).getString("membershipNumber")).isEqualTo(number);
        assertThat(enrolments()).hasSize(1);
    }

    @Test
    void T01_shouldEnrolAMemberByAPointsPosting() {
        // When
        Kafka.send(Topic.POINTS, Events.pointsRedeemed(member, 5));

        // Then
        awaitEnrolled(subject);
        assertThat(enrolments()).hasSize(1);
    }

    @Test
    void T01_shouldDateTheMembershipByItsFirstEventAndNotByTheClock() {
        // When
        Instant earlier = Events.NOON.minusSeconds(3_600);
        Kafka.send(
                Topic.ORDERS,
                Events.orderCompleted(member, "noon", 100),
                Events.at(earlier, Events.orderCompleted(member, "morning", 100)));

        // Then: within one batch the earlier event decides; across two batches the one that arrives first does.
        awaitGrowth(subject, 2);
        Instant enrolledAt = Instant.parse(me(subject).getString("enrolledAt"));
        assertThat(List.of(earlier, Events.NOON)).contains(enrolledAt);
        assertThat(enrolments().getFirst().occurredAt()).isEqualTo(enrolledAt);
    }

    @Test
    void T01_shouldGiveEachMemberTheirOwnNumber() {
        // Given
        Set<String> members = IntStream.range(0, 200)
                .mapToObj(i -> Tokens.memberId(subject + "-" + i).toString())
                .collect(Collectors.toSet());

        // When
        Kafka.send(
                Topic.MEMBERS,
                members.stream().map(MemberId::of).map(Events::memberRegistered).toList());

        // Then
        List<String> numbers = Kafka.await(Topic.TIERS, 200, record -> members.contains(record.key())).stream()
                .map(record ->
                        (MemberEnrolled) EventCodec.decode(record.value()).fact())
                .map(MemberEnrolled::membershipNumber)
                .toList();
        assertThat(numbers).hasSize(200);
        assertThat(numbers).doesNotHaveDuplicates();
    }

    @Test
    void T01_shouldShowTheMembershipToTheMemberAndToOperators() {
        // Given
        Kafka.send(Topic.MEMBERS, Events.memberRegistered(member));
        awaitEnrolled(subject);

        // When
        var answer = as(Tokens.operator())
                .get("/api/tier/v1/members/" + Tokens.reference(subject))
                .then();

        // Then
        answer.statusCode(200)
                .body("memberId", equalTo(member.toString()))
                .body("membershipNumber", matchesPattern("L[0-9]{10}"))
                .body("level", equalTo("BASIC"))
                .body("levelName", equalTo("普通"))
                .body("growth", equalTo(0))
                .body("enrolledAt", equalTo("2026-11-20T04:00:00Z"));
        assertThat(me(subject).getMap("")).isEqualTo(answer.extract().jsonPath().getMap(""));
    }

    @Test
    void shouldAnswer404ForAMemberWhoIsNotEnrolled() {
        as(Tokens.member(subject))
                .get("/api/tier/v1/me")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/member-not-enrolled"));
        as(Tokens.member(subject)).get("/api/tier/v1/me/roadmap").then().statusCode(404);
        as(Tokens.operator()).get("/api/tier/v1/members/" + member).then().statusCode(404);
        as(Tokens.operator())
                .get("/api/tier/v1/members/" + member + "/roadmap")
                .then()
                .statusCode(404);
    }

    @Test
    void shouldRefuseAReferenceOfTheWrongForm() {
        as(Tokens.operator())
                .get("/api/tier/v1/members/nobody")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"));
    }

    private List<Event<?>> enrolments() {
        Kafka.awaitOf(Topic.TIERS, member.toString(), 1);
        return Kafka.now(Topic.TIERS, record -> member.toString().equals(record.key())).stream()
                .<Event<?>>map(record -> EventCodec.decode(record.value()))
                .filter(event -> event.fact() instanceof MemberEnrolled)
                .toList();
    }

    private static Response numbered(String number) {
        return as(Tokens.operator()).get("/api/tier/v1/membership-numbers/" + number);
    }
}
