/**
 * Verifies the whole book by schedule and on request, in pages, and names each row that does not fit. Its entry point is {@link
 * dev.lodestone.points.ledger.verification.VerificationService}. It calls {@code ledger.blocks} and {@code ledger.checks}.
 */
@NullMarked
package dev.lodestone.points.ledger.verification;

import org.jspecify.annotations.NullMarked;
