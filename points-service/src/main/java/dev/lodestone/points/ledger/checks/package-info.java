/**
 * The stages of a verification: blocks, heads, and accounts with their lots and holds. It reads the tables of other packages directly,
 * because it trusts none of their code. Its entry points are {@link dev.lodestone.points.ledger.checks.BlockStageService}, {@link
 * dev.lodestone.points.ledger.checks.HeadStageService} and {@link dev.lodestone.points.ledger.checks.AccountStageService}. It calls {@code
 * ledger.hashing}, {@code ledger.sealingkeys}, {@code ledger.heads} and {@code ledger.blocks}.
 */
@NullMarked
package dev.lodestone.points.ledger.checks;

import org.jspecify.annotations.NullMarked;
