/**
 * A member's statement with its proof, which can be checked offline; see docs/verify-a-statement.md. It calls {@code ledger.account},
 * {@code ledger.hashing}, {@code ledger.sealingkeys} and {@code ledger.blocks}.
 */
@NullMarked
package dev.lodestone.points.ledger.proof;

import org.jspecify.annotations.NullMarked;
