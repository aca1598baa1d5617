package dev.lodestone.events.members;

import dev.lodestone.events.Fact;

/** What the brand knows of a person. */
public sealed interface MemberFact extends Fact permits MemberRegistered, MemberUpdated {
    /** The person as the brand knows them at the event's time, whole. */
    MemberProfile profile();
}
