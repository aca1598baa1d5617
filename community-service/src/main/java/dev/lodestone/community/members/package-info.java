/**
 * People as the community knows them: a name to show and the zone of their days, learned from the topic {@code members}. Its door is
 * {@link dev.lodestone.community.members.MemberService}. It calls no other room.
 */
@NullMarked
package dev.lodestone.community.members;

import org.jspecify.annotations.NullMarked;
