/**
 * What an app's first screen needs of a member, gathered from all services in one call. Has no facts of its own; may call
 * {@code routes}.
 */
@NullMarked
package dev.lodestone.gateway.membercentre;

import org.jspecify.annotations.NullMarked;
