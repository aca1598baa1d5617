package dev.lodestone.tier.levels;

import dev.lodestone.platform.texts.LocalText;
import dev.lodestone.tier.membership.Membership;
import java.time.Instant;
import java.util.UUID;

/**
 * A membership with its level and growth.
 *
 * {@snippet lang=json :
 * {
 *   "memberId": "0b9f6f0e-7f0c-5c56-9d0a-3c1f6f0f2a11", "membershipNumber": "L0000000017", "level": "ADVANCED", "levelName": "Advanced",
 *   "growth": 1200, "enrolledAt": "2025-11-02T10:00:00Z"
 * }
 * }
 *
 * @param membershipNumber {@code L}, nine digits and a check digit
 * @param level code of the level in force
 * @param levelName name of the level as shown to members, in Chinese; {@code levelNames} in each language; its code if the tier set in force
 *     has no such level
 * @param growth growth of the first criterion, in whole units
 * @param enrolledAt business time of the event that enrolled the member
 */
public record MemberTierView(
        UUID memberId,
        String membershipNumber,
        String level,
        String levelName,
        LocalText levelNames,
        long growth,
        Instant enrolledAt) {
    static MemberTierView of(Membership membership, String level, LocalText names, long growth) {
        return new MemberTierView(
                membership.member().value(),
                membership.number().toString(),
                level,
                names.zh(),
                names,
                growth,
                membership.enrolledAt());
    }
}
