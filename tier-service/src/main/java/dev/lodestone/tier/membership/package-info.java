/**
 * Who is a member, since when and under which number. Join rules and the identities of a member belong here; levels and growth do not. Its
 * entry point is {@link dev.lodestone.tier.membership.MembershipService}. It calls no other package of the service.
 */
@NullMarked
package dev.lodestone.tier.membership;

import org.jspecify.annotations.NullMarked;
