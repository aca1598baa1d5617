/**
 * Seals rows after their commit, independently of booking; stops after a restore and resumes. It calls {@code audit}, {@code
 * ledger.hashing}, {@code ledger.sealingkeys}, {@code ledger.heads} and {@code ledger.blocks}.
 */
@NullMarked
package dev.lodestone.points.ledger.sealing;

import org.jspecify.annotations.NullMarked;
