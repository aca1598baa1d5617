/**
 * One member's account of one asset: lots, holds, refunds and items due by time. All of it is pure. {@code postings} opens an account,
 * other packages post to it, and {@code postings} writes {@link dev.lodestone.points.ledger.account.Account#changes}. Its entry point is
 * {@link dev.lodestone.points.ledger.account.Account}. It calls {@code ledger.lots}.
 */
@NullMarked
package dev.lodestone.points.ledger.account;

import org.jspecify.annotations.NullMarked;
