package dev.lodestone.tier.membership;

import static dev.lodestone.tier.TierApi.as;
import static dev.lodestone.tier.TierApi.awaitEnrolled;
import static dev.lodestone.tier.TierApi.awaitGrowth;
import static dev.lodestone.tier.TierApi.me;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestone.events.EventType;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.Topic;
import dev.lodestone.events.members.MemberRegistered;
import dev.lodestone.events.tiers.MemberEnrolled;
import dev.lodestone.platform.cloudevents.Event;
import dev.lodestone.platform.cloudevents.EventCodec;
import dev.lodestone.platform.time.Ids;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.Tokens;
import dev.lodestone.tier.Facts;
import io.quarkus.test.junit.QuarkusTest;
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
    void newPerson() {
        subject = "newcomer-" + Ids.next();
        member = Tokens.memberId(subject);
    }

    @Test
    void T01_shouldEnrolOnceWhenARegistrationIsDeliveredTenTimes() {
        // Given
        Event<MemberRegistered> registration = Facts.registration(member);

        // When
        Kafka.send(Topic.MEMBERS, Collections.nCopies(10, registration));
        Kafka.send(Topic.MEMBERS, Facts.registration(member));
        Kafka.send(Topic.ORDERS, Facts.order(member, "after", 100));

        // Then
        awaitGrowth(subject, 1);
        List<Event<MemberEnrolled>> told = enrolments();
        assertEquals(1, told.size());
        assertEquals("BASIC", told.getFirst().fact().level());
        assertEquals(
                me(subject).getString("membershipNumber"),
                told.getFirst().fact().membershipNumber());
        assertEquals(Facts.NOON, told.getFirst().occurredAt());
        assertEquals(registration.id(), told.getFirst().causationId());
    }

    @Test
    void T01_shouldKeepTheNumberWhenTheOrderComesBeforeTheRegistration() {
        // Given
        Kafka.send(Topic.ORDERS, Facts.order(member, "first", 10_000));
        awaitGrowth(subject, 100);
        String number = me(subject).getString("membershipNumber");

        // When
        Instant earlier = Facts.NOON.minusSeconds(86_400);
        Kafka.send(
                Topic.MEMBERS,
                Facts.at(earlier, member, Facts.registration(member).fact()));
        Kafka.send(Topic.POINTS, Facts.earned(member, 5, EventType.CHECKED_IN));

        // Then
        awaitGrowth(subject, 105);
        assertEquals(number, me(subject).getString("membershipNumber"));
        assertEquals(1, enrolments().size());
    }

    @Test
    void T01_shouldEnrolOnTheFirstSightOfPoints() {
        // When
        Kafka.send(Topic.POINTS, Facts.redeemed(member, 5));

        // Then
        awaitEnrolled(subject);
        assertEquals(1, enrolments().size());
    }

    @Test
    void T01_shouldDateTheMembershipByItsFirstFactAndNotByTheClock() {
        // When
        Instant earlier = Facts.NOON.minusSeconds(3_600);
        Kafka.send(
                Topic.ORDERS,
                Facts.order(member, "noon", 100),
                Facts.at(earlier, member, Facts.order(member, "morning", 100).fact()));

        // Then: in one batch the earlier fact decides, in two the first to arrive.
        awaitGrowth(subject, 2);
        Instant enrolledAt = Instant.parse(me(subject).getString("enrolledAt"));
        assertTrue(List.of(earlier, Facts.NOON).contains(enrolledAt));
        assertEquals(enrolledAt, enrolments().getFirst().occurredAt());
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
                members.stream().map(MemberId::of).map(Facts::registration).toList());

        // Then
        List<String> numbers = Kafka.await(Topic.TIERS, 200, record -> members.contains(record.key())).stream()
                .map(record ->
                        (MemberEnrolled) EventCodec.decode(record.value()).fact())
                .map(MemberEnrolled::membershipNumber)
                .toList();
        assertEquals(200, numbers.size());
        assertEquals(200, Set.copyOf(numbers).size());
    }

    @Test
    void T01_shouldShowTheMembershipToTheMemberAndToOperators() {
        // Given
        Kafka.send(Topic.MEMBERS, Facts.registration(member));
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
        assertEquals(answer.extract().jsonPath().getMap(""), me(subject).getMap(""));
    }

    @Test
    void shouldSayThatSomebodyIsNoMemberYet() {
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
    void shouldRefuseAReferenceThatIsNone() {
        as(Tokens.operator())
                .get("/api/tier/v1/members/nobody")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"));
    }

    private List<Event<MemberEnrolled>> enrolments() {
        Kafka.awaitOf(Topic.TIERS, member.toString(), 1);
        return Kafka.now(Topic.TIERS, record -> member.toString().equals(record.key())).stream()
                .map(record -> EventCodec.decode(record.value()))
                .filter(event -> event.fact() instanceof MemberEnrolled)
                .map(event -> new Event<>(
                        event.id(),
                        event.source(),
                        event.member(),
                        event.occurredAt(),
                        (MemberEnrolled) event.fact(),
                        event.traceparent(),
                        event.causationId()))
                .toList();
    }
}
