/** tier-service: who is a member, how much each member has grown, and which level that growth reaches. */
@NullMarked
package dev.lodestone.tier;

import org.jspecify.annotations.NullMarked;
