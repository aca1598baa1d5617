/**
 * What a verification checks, stage by stage: blocks, heads, accounts with their lots and holds. It reads the tables of other packages as
 * they stand, since it trusts none of them. Its entry points are {@link dev.lodestone.points.ledger.checks.BlockStageService}, {@link
 * dev.lodestone.points.ledger.checks.HeadStageService} and {@link dev.lodestone.points.ledger.checks.AccountStageService}. It calls {@code
 * ledger.hashing}, {@code ledger.sealingkeys}, {@code ledger.heads} and {@code ledger.blocks}.
 */
@NullMarked
package dev.lodestone.points.ledger.checks;

import org.jspecify.annotations.NullMarked;
