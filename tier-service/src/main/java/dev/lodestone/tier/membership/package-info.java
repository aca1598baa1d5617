/**
 * Who belongs to the brand since when, under which number. Its door is {@link dev.lodestone.tier.membership.MembershipService}; it calls no
 * other room. Join rules and the identities of one member enter here; levels and growth do not.
 */
@NullMarked
package dev.lodestone.tier.membership;

import org.jspecify.annotations.NullMarked;
