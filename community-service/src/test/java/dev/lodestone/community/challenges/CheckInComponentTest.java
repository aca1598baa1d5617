package dev.lodestone.community.challenges;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.lodestone.community.CommunityApi;
import dev.lodestone.community.Events;
import dev.lodestone.events.Topic;
import dev.lodestone.events.community.CheckedIn;
import dev.lodestone.events.members.MemberProfile;
import dev.lodestone.events.members.MemberRegistered;
import dev.lodestone.testkit.Api;
import dev.lodestone.testkit.Database;
import dev.lodestone.testkit.Kafka;
import dev.lodestone.testkit.SettableClock;
import dev.lodestone.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CheckInComponentTest {
    @Inject
    SettableClock clock;

    private int moves;
    private String alice;

    @BeforeEach
    void newMember() {
        alice = Api.unique("alice");
    }

    @AfterEach
    void useTheSystemClock() {
        clock.reset();
    }

    @Test
    void C06_shouldCheckInOnceForALocalDayAndPublishItOnce() {
        clock.set(Instant.parse("2026-03-02T01:00:00Z"));
        String first = checkedIn(alice, "2026-03-02", 1).asString();

        clock.set(Instant.parse("2026-03-02T02:00:00Z"));
        String again = checkedIn(alice, "2026-03-02", 1).asString();

        clock.set(Instant.parse("2026-03-03T01:00:00Z"));
        checkedIn(alice, "2026-03-03", 2);
        assertThat(again).isEqualTo(first);
        assertThat(publishedBy(alice, 2)).containsExactly(event("2026-03-02", 1), event("2026-03-03", 2));
    }

    @Test
    void P19_shouldCountOneCheckInWhenFiftyArriveAtTheSameTime() throws Exception {
        clock.set(Instant.parse("2026-03-02T01:00:00Z"));
        Callable<Response> call = () -> CommunityApi.checkIn(alice);

        List<Response> answers = Api.race(Collections.nCopies(50, call));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.getFirst().asString());
        assertThat(Database.number("select count(*) from check_in where member_id = ?", idOf(alice)))
                .isOne();
        clock.set(Instant.parse("2026-03-03T01:00:00Z"));
        checkedIn(alice, "2026-03-03", 2);
        assertThat(publishedBy(alice, 2)).containsExactly(event("2026-03-02", 1), event("2026-03-03", 2));
    }

    @Test
    void C06_shouldUseShanghaiForAMemberWithoutAProfile() {
        clock.set(Instant.parse("2026-03-02T15:59:59.999999Z"));
        checkedIn(alice, "2026-03-02", 1);

        clock.set(Instant.parse("2026-03-02T16:00:00Z"));
        checkedIn(alice, "2026-03-03", 2);
    }

    @Test
    void C06_shouldFollowTheMembersOwnZoneThroughDaylightSaving() {
        livesIn(alice, "America/New_York");
        clock.set(Instant.parse("2026-03-08T04:30:00Z")); // the 7th, 23:30 in winter time
        checkedIn(alice, "2026-03-07", 1);

        clock.set(Instant.parse("2026-03-09T03:30:00Z")); // the 8th, 23:30 in summer time, a day of 23 hours
        checkedIn(alice, "2026-03-08", 2);

        clock.set(Instant.parse("2026-03-09T04:00:00Z")); // midnight in summer time
        checkedIn(alice, "2026-03-09", 3);
    }

    @Test
    void C06_shouldGiveTwoZonesTheirOwnDayAtTheSameInstant() {
        String kiri = Api.unique("kiri");
        String hana = Api.unique("hana");
        livesIn(kiri, "Pacific/Kiritimati");
        livesIn(hana, "Pacific/Honolulu");
        clock.set(Instant.parse("2026-03-02T10:30:00Z"));

        checkedIn(kiri, "2026-03-03", 1);
        checkedIn(hana, "2026-03-02", 1);
    }

    @Test
    void C06_shouldNotCountADayTwiceWhenAMemberTravelsWest() {
        clock.set(Instant.parse("2026-03-02T16:30:00Z"));
        livesIn(alice, "Asia/Shanghai");
        String first = checkedIn(alice, "2026-03-03", 1).asString();

        livesIn(alice, "America/Los_Angeles");
        clock.set(Instant.parse("2026-03-02T20:00:00Z")); // still the 2nd there

        assertThat(checkedIn(alice, "2026-03-03", 1).asString()).isEqualTo(first);
        streak(alice, true, 1, "2026-03-03");
    }

    @Test
    void C06_shouldShowTheStreakAsOfToday() {
        clock.set(Instant.parse("2026-03-02T01:00:00Z"));
        streak(alice, false, 0, null);
        checkedIn(alice, "2026-03-02", 1);
        streak(alice, true, 1, "2026-03-02");

        clock.set(Instant.parse("2026-03-03T01:00:00Z"));
        streak(alice, false, 1, "2026-03-02");
        checkedIn(alice, "2026-03-03", 2);
        streak(alice, true, 2, "2026-03-03");

        clock.set(Instant.parse("2026-03-05T01:00:00Z"));
        streak(alice, false, 0, "2026-03-03");
        checkedIn(alice, "2026-03-05", 1);
    }

    private void livesIn(String subject, String zone) {
        // By the service's clock, or the event would lie in the future; each one later than the one before.
        Instant movedAt = clock.instant().plusSeconds(++moves);
        MemberProfile profile = Events.profile(subject.substring(0, 5), ZoneId.of(zone));
        Kafka.send(Topic.MEMBERS, Events.at(movedAt, Tokens.memberId(subject), new MemberRegistered(profile)));
        await().atMost(30, SECONDS)
                .until(() -> zone.equals(Database.text("select zone from member where member_id = ?", idOf(subject))));
    }

    private static Response checkedIn(String subject, String day, int streakDays) {
        return CommunityApi.checkIn(subject)
                .then()
                .statusCode(200)
                .body("localDate", equalTo(day))
                .body("streakDays", equalTo(streakDays))
                .extract()
                .response();
    }

    private static void streak(String subject, boolean today, int days, @Nullable String lastDay) {
        CommunityApi.streak(subject)
                .statusCode(200)
                .body("checkedInToday", equalTo(today))
                .body("streakDays", equalTo(days))
                .body("lastDay", lastDay == null ? nullValue() : equalTo(lastDay));
    }

    private static List<CheckedIn> publishedBy(String subject, int count) {
        return Kafka.awaitOf(Topic.COMMUNITY, Tokens.memberId(subject).toString(), count).stream()
                .map(event -> (CheckedIn) event.fact())
                .toList();
    }

    private static CheckedIn event(String day, int streakDays) {
        return new CheckedIn(LocalDate.parse(day), streakDays);
    }

    private static UUID idOf(String subject) {
        return Tokens.memberId(subject).value();
    }
}
