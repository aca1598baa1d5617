/**
 * What is known from a member's orders: first and last order, number, amount, and the lifecycle state on any day. Its entry point is
 * {@link dev.lodestone.recall.profile.ProfileService}. It calls no other package of the service.
 */
@NullMarked
package dev.lodestone.recall.profile;

import org.jspecify.annotations.NullMarked;
