/**
 * Events become points: rules pay, refunds claw back. Events enter by {@link dev.lodestone.points.earning.accrual.EarningConsumer}. Its
 * entry point is {@link dev.lodestone.points.earning.accrual.EarningService}. It calls {@code ledger.lots}, {@code ledger.account}, {@code
 * ledger.postings}, {@code earning.rules}, {@code earning.evaluation}, {@code earning.ruleset}, {@code earning.events} and {@code earning.campaigns}.
 */
@NullMarked
package dev.lodestone.points.earning.accrual;

import org.jspecify.annotations.NullMarked;
