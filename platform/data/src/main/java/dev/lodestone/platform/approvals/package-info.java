/**
 * Approval by a second operator: stores a proposal, shows it with a hash of its content, and lets another operator decide. It does not
 * interpret proposals: kind and content belong to the caller. Its entry points are {@link dev.lodestone.platform.approvals.ProposalService}
 * and {@link dev.lodestone.platform.approvals.PendingApproval}. It calls
 * {@code ids}, {@code json}, {@code problem}, {@code retention} and {@code sql}.
 */
@NullMarked
package dev.lodestone.platform.approvals;

import org.jspecify.annotations.NullMarked;
