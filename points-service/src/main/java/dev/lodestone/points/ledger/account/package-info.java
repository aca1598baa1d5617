/**
 * One member's account of one asset: lots, holds, refunds, and what time brings; pure. {@code postings} opens an account, other packages
 * post to it, {@code postings} writes {@link dev.lodestone.points.ledger.account.Account#changes}. Its entry point is {@link
 * dev.lodestone.points.ledger.account.Account}. It calls {@code ledger.lots}.
 */
@NullMarked
package dev.lodestone.points.ledger.account;

import org.jspecify.annotations.NullMarked;
