/**
 * Posts and comments in circles, and the feed of a circle. No other package calls this one. Transactions lock the member first, then the post,
 * then the circle. It calls {@code circles} and {@code members}.
 */
@NullMarked
package dev.lodestone.community.posts;

import org.jspecify.annotations.NullMarked;
