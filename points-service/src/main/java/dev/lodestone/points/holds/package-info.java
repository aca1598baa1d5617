/**
 * A brand's systems reserve what a member has for something that is not settled yet, such as an order at the checkout, and settle it later.
 * It may call ledger, limits and approvals.
 */
@NullMarked
package dev.lodestone.points.holds;

import org.jspecify.annotations.NullMarked;
