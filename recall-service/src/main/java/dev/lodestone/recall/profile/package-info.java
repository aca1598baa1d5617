/**
 * What a member's orders say: first and last, how many, how much, and the lifecycle state on any day. Its door is
 * {@link dev.lodestone.recall.profile.ProfileService}. It calls no other room.
 */
@NullMarked
package dev.lodestone.recall.profile;

import org.jspecify.annotations.NullMarked;
