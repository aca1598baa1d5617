/**
 * Verifies the whole ledger by schedule and on request, in pages, and reports each row that does not match. Its entry point is {@link
 * dev.lodestone.points.ledger.verification.VerificationService}. It calls {@code
 * ledger.sealingkeys}, {@code ledger.blocks}, {@code ledger.checks} and {@code ledger.orderchecks}.
 */
@NullMarked
package dev.lodestone.points.ledger.verification;

import org.jspecify.annotations.NullMarked;
