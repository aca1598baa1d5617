/**
 * Seals rows after their commit, independently of booking; stops after a restore and resumes. It calls {@code
 * ledger.hashing}, {@code ledger.sealingkeys}, {@code ledger.heads}, {@code ledger.blocks} and {@code ledger.checks}.
 */
@NullMarked
package dev.lodestone.points.ledger.sealing;

import org.jspecify.annotations.NullMarked;
