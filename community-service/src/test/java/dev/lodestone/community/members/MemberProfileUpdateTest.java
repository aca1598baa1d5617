package dev.lodestone.community.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodestone.community.Events;
import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.community.PostPublished;
import dev.lodestone.events.members.MemberRegistered;
import dev.lodestone.events.members.MemberUpdated;
import dev.lodestone.platform.cloudevents.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemberProfileUpdateTest {
    private static final Instant NOON = Instant.parse("2026-03-08T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(3_600);

    @Test
    void case16_shouldNotLetAFastClockHideLaterUpdates() {
        var updates = MemberProfileUpdate.newest(
                List.of(event("crm:1", NOON.plusSeconds(72_000), new MemberUpdated(Events.profile("Ann B")))), LATER);

        assertThat(updates).extracting(MemberProfileUpdate::updatedAt).containsExactly(LATER);
    }

    @Test
    void shouldKeepTheNewestUpdateOfAMemberInAnyOrderOfArrival() {
        var updates = MemberProfileUpdate.newest(
                List.of(
                        event("crm:1", NOON.plusSeconds(60), new MemberUpdated(Events.profile("Ann B"))),
                        event("crm:1", NOON, new MemberRegistered(Events.profile("Ann A")))),
                LATER);

        assertThat(updates).extracting(update -> update.member().displayName()).containsExactly("Ann B");
    }

    @Test
    void shouldKeepTheLaterOfTwoUpdatesWithTheSameTime() {
        var updates = MemberProfileUpdate.newest(
                List.of(
                        event("crm:1", NOON, new MemberRegistered(Events.profile("Ann A"))),
                        event("crm:1", NOON, new MemberUpdated(Events.profile("Ann B")))),
                LATER);

        assertThat(updates).extracting(update -> update.member().displayName()).containsExactly("Ann B");
    }

    @Test
    void shouldSortUpdatesByMemberIdBecauseRowsAreLockedInThatOrder() {
        var updates = MemberProfileUpdate.newest(
                Stream.of("crm:1", "crm:2", "crm:3", "crm:4", "crm:5")
                        .map(reference -> event(reference, NOON, new MemberRegistered(Events.profile(reference))))
                        .toList(),
                LATER);

        assertThat(updates)
                .extracting(update -> update.member().id())
                .hasSize(5)
                .isSorted();
    }

    @Test
    void shouldRefuseEventsThatAreNotAboutAProfile() {
        UUID id = UUID.fromString("0192f0c1-2f4a-7c11-8f00-000000000001");
        List<Event<Fact>> events = List.of(event("crm:1", NOON, new PostPublished(id, id)));

        assertThatThrownBy(() -> MemberProfileUpdate.newest(events, LATER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Event<Fact> event(String member, Instant at, Fact fact) {
        return Events.at(at, MemberId.of(member), fact);
    }
}
