/**
 * Members redeem points for rewards; concurrent redemptions share a transaction. Its entry point is {@link
 * dev.lodestone.points.rewards.redemption.RedemptionService}. It calls {@code ledger.account}, {@code ledger.postings} and {@code
 * rewards.catalogue}.
 */
@NullMarked
package dev.lodestone.points.rewards.redemption;

import org.jspecify.annotations.NullMarked;
