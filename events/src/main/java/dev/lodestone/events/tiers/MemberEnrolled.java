package dev.lodestone.events.tiers;

import dev.lodestone.events.Require;

/**
 * A person became a member.
 *
 * @param membershipNumber issued once, never reused
 * @param level code of the level the membership starts at
 */
public record MemberEnrolled(String membershipNumber, String level) implements TierFact {
    public MemberEnrolled {
        Require.text(membershipNumber, 20, "membershipNumber");
        Require.text(level, 30, "level");
    }
}
