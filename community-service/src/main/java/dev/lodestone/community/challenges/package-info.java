/**
 * What members do day by day: the check-in and its streak. It may call members, for the zone that a person's days follow.
 */
@NullMarked
package dev.lodestone.community.challenges;

import org.jspecify.annotations.NullMarked;
