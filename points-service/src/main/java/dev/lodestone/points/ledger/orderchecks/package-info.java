/**
 * A stage of a verification: compares redemptions and orders with the postings that they caused. It reads the tables of other packages
 * directly, because it trusts none of their code. Its entry point is {@link dev.lodestone.points.ledger.orderchecks.OrderStageService}. It
 * calls {@code ledger.checks}.
 */
@NullMarked
package dev.lodestone.points.ledger.orderchecks;

import org.jspecify.annotations.NullMarked;
