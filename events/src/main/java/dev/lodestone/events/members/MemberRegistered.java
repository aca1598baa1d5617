package dev.lodestone.events.members;

import dev.lodestone.events.Require;

/** A person registered with the brand. */
public record MemberRegistered(MemberProfile profile) implements MemberFact {
    public MemberRegistered {
        Require.present(profile, "profile");
    }
}
