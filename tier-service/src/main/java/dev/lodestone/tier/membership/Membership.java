package dev.lodestone.tier.membership;

import dev.lodestone.events.MemberId;
import java.time.Instant;

/**
 * The membership of one member.
 *
 * @param member the member
 * @param number issued once, never reused
 * @param enrolledAt business time of the event that enrolled the member
 */
public record Membership(MemberId member, MembershipNumber number, Instant enrolledAt) {}
