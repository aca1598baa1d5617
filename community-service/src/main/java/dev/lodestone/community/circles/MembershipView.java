package dev.lodestone.community.circles;

import java.time.Instant;
import java.util.UUID;

/** The caller's membership of a circle. */
record MembershipView(UUID circleId, Instant joinedAt) {}
