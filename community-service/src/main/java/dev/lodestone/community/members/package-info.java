/**
 * The name and the time zone of members, taken from the topic {@code members}. Its entry point is {@link
 * dev.lodestone.community.members.MemberService}. It calls no other package of the service.
 */
@NullMarked
package dev.lodestone.community.members;

import org.jspecify.annotations.NullMarked;
