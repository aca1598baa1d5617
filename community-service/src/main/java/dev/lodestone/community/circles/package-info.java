/**
 * Circles, in which members meet: operators create them, members join them. Also keeps the counters of each circle. Its entry point is {@link
 * dev.lodestone.community.circles.CircleService}. It calls no other package of the service.
 */
@NullMarked
package dev.lodestone.community.circles;

import org.jspecify.annotations.NullMarked;
