package dev.lodestone.tier.membership;

import dev.lodestone.events.MemberId;
import java.time.Instant;

/**
 * That a person belongs.
 *
 * @param member whose
 * @param number issued once, never reused
 * @param enrolledAt business time of the fact by which the person was first seen
 */
public record Membership(MemberId member, MembershipNumber number, Instant enrolledAt) {}
