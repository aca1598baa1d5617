/** Facts about the members' community, told by community-service on the topic {@code community}. */
@NullMarked
package dev.lodestone.events.community;

import org.jspecify.annotations.NullMarked;
