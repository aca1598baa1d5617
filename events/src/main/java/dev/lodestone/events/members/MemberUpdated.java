package dev.lodestone.events.members;

import dev.lodestone.events.Require;

/** Something about a person changed; {@code profile} replaces what was known. */
public record MemberUpdated(MemberProfile profile) implements MemberFact {
    public MemberUpdated {
        Require.present(profile, "profile");
    }
}
