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

/** A person as the brand told of them at {@code toldAt}, business time. */
record ToldPerson(Person person, Instant toldAt) {

    /**
     * The newest that {@code events} tell of each member, in the order of the member ids. Of two at the same time the later in the list
     * counts.
     *
     * @throws IllegalArgumentException if one of them is not about a person
     */
    static Collection<ToldPerson> newest(List<Event<Fact>> events, Instant receivedAt) {
        TreeMap<MemberId, ToldPerson> newest = new TreeMap<>();
        for (Event<Fact> event : events) {
            newest.merge(event.member(), of(event, receivedAt), ToldPerson::newer);
        }
        return newest.values();
    }

    private static ToldPerson of(Event<Fact> event, Instant receivedAt) {
        if (!(event.fact() instanceof MemberFact fact)) {
            throw new IllegalArgumentException("the topic members carries facts about people, not "
                    + event.fact().getClass().getSimpleName());
        }
        MemberProfile profile = fact.profile();
        // Nothing has happened after it was reported: a fast clock must not hide what comes after it.
        Instant at = event.occurredAt().isAfter(receivedAt) ? receivedAt : event.occurredAt();
        return new ToldPerson(new Person(event.member(), profile.displayName(), profile.zone()), at);
    }

    private static ToldPerson newer(ToldPerson known, ToldPerson told) {
        return told.toldAt.isBefore(known.toldAt) ? known : told;
    }
}
