/**
 * Posts and comments in circles, and the feed. It may call circles, members and paging. Effects take the locks of the member, the post and
 * the circle in this order.
 */
@NullMarked
package dev.lodestone.community.posts;

import org.jspecify.annotations.NullMarked;
