/** Check-ins, posts and comments of members. community-service publishes them on the topic {@code community}. */
@NullMarked
package dev.lodestone.events.community;

import org.jspecify.annotations.NullMarked;
