/** Facts of the points ledger, told by points-service on the topic {@code points}. */
@NullMarked
package dev.lodestone.events.points;

import org.jspecify.annotations.NullMarked;
