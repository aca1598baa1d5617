package dev.lodestone.community.circles;

import java.time.Instant;
import java.util.UUID;

/** Since when a member is in a circle. */
record MembershipView(UUID circleId, Instant joinedAt) {}
