/**
 * Approval by a second operator: stores a proposal, shows it with a hash of its content, and lets another operator decide. It does not
 * interpret proposals: kind and content belong to the caller, who executes what is approved as a {@link
 * dev.lodestone.platform.approvals.ProposedWork}. Its entry points are {@link dev.lodestone.platform.approvals.ProposalService}, {@link
 * dev.lodestone.platform.approvals.ProposalDecisionService} and {@link dev.lodestone.platform.approvals.PendingApproval}. It calls
 * {@code audit}, {@code ids}, {@code json}, {@code paging}, {@code problem}, {@code retention}, {@code sql} and {@code transactions}.
 */
@NullMarked
package dev.lodestone.platform.approvals;

import org.jspecify.annotations.NullMarked;
