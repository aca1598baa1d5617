package dev.lodestone.events.tiers;

import dev.lodestone.events.Require;

/**
 * A member rose or fell to another level.
 *
 * @param from code of the level left
 * @param to code of the level reached
 * @param upgrade whether {@code to} is the higher one
 * @param growth the qualifying growth that decided it
 * @param memberVersion numbers this member's changes of level from 1
 */
public record LevelChanged(String from, String to, Boolean upgrade, long growth, long memberVersion)
        implements TierFact {
    public LevelChanged {
        Require.text(from, 30, "from");
        Require.text(to, 30, "to");
        Require.present(upgrade, "upgrade");
        Require.between(growth, 0, Long.MAX_VALUE, "growth");
        Require.between(memberVersion, 1, Long.MAX_VALUE, "memberVersion");
    }
}
