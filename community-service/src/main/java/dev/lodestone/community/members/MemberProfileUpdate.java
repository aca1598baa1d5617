package dev.lodestone.community.members;

import dev.lodestone.events.Fact;
import dev.lodestone.events.MemberId;
import dev.lodestone.events.members.MemberFact;
import dev.lodestone.events.members.MemberProfile;
import dev.lodestone.platform.cloudevents.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * A member's profile as an event states it.
 *
 * @param updatedAt business time of the event, or its time of arrival if that is earlier
 */
record MemberProfileUpdate(Member member, Instant updatedAt) {

    /**
     * The newest update of each member, in the order of member ids. If two updates have the same time, the later one in the list wins.
     *
     * @throws IllegalArgumentException if an event is not about a member's profile
     */
    static Collection<MemberProfileUpdate> newest(List<Event<Fact>> events, Instant receivedAt) {
        TreeMap<MemberId, MemberProfileUpdate> newest = new TreeMap<>();
        for (Event<Fact> event : events) {
            newest.merge(event.member(), of(event, receivedAt), MemberProfileUpdate::newer);
        }
        return newest.values();
    }

    private static MemberProfileUpdate of(Event<Fact> event, Instant receivedAt) {
        if (!(event.fact() instanceof MemberFact fact)) {
            throw new IllegalArgumentException("the topic members carries profiles of members, not "
                    + event.fact().getClass().getSimpleName());
        }
        MemberProfile profile = fact.profile();
        // No event happens after it is received. A sender whose clock is fast must not hide later updates.
        Instant at = event.occurredAt().isAfter(receivedAt) ? receivedAt : event.occurredAt();
        return new MemberProfileUpdate(new Member(event.member(), profile.displayName(), profile.zone()), at);
    }

    private static MemberProfileUpdate newer(MemberProfileUpdate earlierInList, MemberProfileUpdate laterInList) {
        return laterInList.updatedAt.isBefore(earlierInList.updatedAt) ? earlierInList : laterInList;
    }
}
