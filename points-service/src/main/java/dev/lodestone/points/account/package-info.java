/**
 * One member's account of one asset while its rows are locked: what can be spent, what is pending, what is held, and the lots they lie in.
 * Values in, values out: the ledger opens an account, the other rooms post to it, the ledger writes what {@link
 * dev.lodestone.points.account.Account#changes} says. It calls no other room.
 */
@NullMarked
package dev.lodestone.points.account;

import org.jspecify.annotations.NullMarked;
