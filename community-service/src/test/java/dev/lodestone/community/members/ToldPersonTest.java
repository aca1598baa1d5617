package dev.lodestone.community.members;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.community.PostPublished;
import dev.lodestone.events.members.MemberProfile;
import dev.lodestone.events.members.MemberRegistered;
import dev.lodestone.events.members.MemberUpdated;
import dev.lodestone.platform.cloudevents.Event;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ToldPersonTest {
    private static final Instant NOON = Instant.parse("2026-03-08T12:00:00Z");

    private static final Instant LATER = NOON.plusSeconds(3_600);

    @Test
    void case16_shouldNotLetAFastClockHideWhatComesAfterIt() {
        var told = ToldPerson.newest(
                List.of(event("crm:1", NOON.plusSeconds(72_000), new MemberUpdated(profile("Ann B")))), LATER);

        assertEquals(List.of(LATER), told.stream().map(ToldPerson::toldAt).toList());
    }

    @Test
    void shouldTakeTheNewestOfAMemberInWhateverOrderItCame() {
        var told = ToldPerson.newest(
                List.of(
                        event("crm:1", NOON.plusSeconds(60), new MemberUpdated(profile("Ann B"))),
                        event("crm:1", NOON, new MemberRegistered(profile("Ann A")))),
                LATER);

        assertEquals(
                List.of("Ann B"),
                told.stream().map(one -> one.person().displayName()).toList());
    }

    @Test
    void shouldTakeTheLaterOfTwoAtTheSameTime() {
        var told = ToldPerson.newest(
                List.of(
                        event("crm:1", NOON, new MemberRegistered(profile("Ann A"))),
                        event("crm:1", NOON, new MemberUpdated(profile("Ann B")))),
                LATER);

        assertEquals(
                List.of("Ann B"),
                told.stream().map(one -> one.person().displayName()).toList());
    }

    @Test
    void shouldBeInTheOrderOfTheMemberIdsInWhichRowsAreLocked() {
        var told = ToldPerson.newest(
                List.of("crm:1", "crm:2", "crm:3", "crm:4", "crm:5").stream()
                        .map(reference -> event(reference, NOON, new MemberRegistered(profile(reference))))
                        .toList(),
                LATER);

        List<MemberId> ids = told.stream().map(one -> one.person().id()).toList();
        assertEquals(ids.stream().sorted(Comparator.naturalOrder()).toList(), ids);
    }

    @Test
    void shouldRefuseFactsThatAreNotAboutPeople() {
        UUID id = UUID.fromString("0192f0c1-2f4a-7c11-8f00-000000000001");
        List<Event<Fact>> events = List.of(event("crm:1", NOON, new PostPublished(id, id)));

        assertThrows(IllegalArgumentException.class, () -> ToldPerson.newest(events, LATER));
    }

    private static MemberProfile profile(String name) {
        return new MemberProfile(name, null, false, null, ZoneId.of("Asia/Shanghai"), null);
    }

    private static Event<Fact> event(String member, Instant at, Fact fact) {
        return new Event<>(member + at + fact.getClass(), "/crm", MemberId.of(member), at, fact, null, null);
    }
}
