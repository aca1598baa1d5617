package dev.lodestone.community.circles;

import java.time.Instant;
import java.util.UUID;

/**
 * The caller's membership of a circle.
 *
 * {@snippet lang=json :
 * {"circleId": "019ca7aa-16e0-76ee-b36a-8786c764f974", "joinedAt": "2026-03-01T04:31:07Z"}
 * }
 */
record MembershipView(UUID circleId, Instant joinedAt) {}
