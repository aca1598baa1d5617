/**
 * Circles in which members meet: operators make them, members join them. Its door is
 * {@link dev.lodestone.community.circles.CircleService}, which also keeps the counters of a circle. It may call paging.
 */
@NullMarked
package dev.lodestone.community.circles;

import org.jspecify.annotations.NullMarked;
